import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { requireRoom } from './disk.ts';
import { lockFolder } from './folder-lock.ts';
import { planning } from './planning.ts';
import { startUpkeep } from './upkeep.ts';

/** Two processes that open one PGlite folder destroy it. */
export class DatabaseLocked extends Error {
  constructor(folder: string) {
    super(
      `La base de données du dossier ${folder} est déjà ouverte par un autre processus. Arrêtez cet autre processus, ` +
        'choisissez un autre dossier (DATA_DIR), ou utilisez un serveur PostgreSQL (DATABASE_URL).',
    );
  }
}

/** When the journal reaches half of `max_wal_size`, PostgreSQL calls a process that does not exist here, for ever. */
const NEVER_CALL_THE_CHECKPOINTER = 'max_wal_size=1TB';

export function startPostgres(options: PGliteOptions = {}): Promise<PGlite> {
  const settings = [NEVER_CALL_THE_CHECKPOINTER, ...planning].flatMap((one) => ['-c', one]);
  return PGlite.create({ ...options, startParams: [...PGlite.defaultStartParams, ...settings] });
}

export interface Embedded {
  readonly postgres: PGlite;
  close(): Promise<void>;
}

/** PostgreSQL inside this process, its files in a folder. */
export async function openEmbedded(folder: string): Promise<Embedded> {
  await mkdir(dirname(folder), { recursive: true });
  const lock = await lockFolder(folder);
  if (lock === null) throw new DatabaseLocked(folder);
  try {
    await requireRoom(dirname(folder));
    if (!existsSync(folder)) await initialise(folder);
    const postgres = await startPostgres({ dataDir: folder });
    const upkeep = startUpkeep(postgres, () => requireRoom(folder));
    return {
      postgres,
      async close() {
        await upkeep.stop();
        await postgres.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Made elsewhere, then renamed: a process killed meanwhile leaves no half-made database behind. */
async function initialise(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const postgres = await startPostgres({ dataDir: unfinished });
  await postgres.close();
  await rename(unfinished, folder);
}
