import { randomBytes, randomUUID } from 'node:crypto';
import { access, constants, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, WrongConfiguration } from './config.ts';
import { type Database, openDatabase } from './database/open.ts';
import type { Referential } from './domain/referential/referential.ts';
import { startLoop } from './jobs/loop.ts';
import { deliverDue } from './mail/delivery.ts';
import { openOutbox } from './mail/outbox.ts';
import { openMailFolder, openSmtp, type Transport } from './mail/transport.ts';
import { loadPages } from './pages/load.ts';
import { homeParcours, parcoursLinks } from './parcours/parcours.ts';
import { scanDue } from './proofs/scan.ts';
import { loadReferential } from './referential/load.ts';
import { referentialFolder } from './referential/read.ts';
import { root } from './root.ts';
import { openFolderStorage } from './storage/folder.ts';
import { openClamd, type Scanner } from './storage/scanner.ts';
import { openAssets } from './web/assets.ts';
import { openCsrf } from './web/csrf.ts';
import { openLog } from './web/logs.ts';
import { openRender } from './web/render.ts';
import { openTemplates } from './web/templates.ts';

/** The composition root. `Deps` is what it returns: whoever needs something finds here how it is made. */
export async function createDeps(config: Config, given: Given = {}) {
  const clock = given.clock ?? (() => new Date());
  const log = openLog(config.logLevel);
  await openDataFolder(config.dataDir);
  // Together: PostgreSQL is compiled on other threads while this one reads the referential.
  const [database, referential] = await Promise.all([
    given.database ?? openDatabase({ url: config.databaseUrl, dataDir: config.dataDir }),
    given.referential ?? loadReferential(referentialFolder),
  ]);
  const { prisma } = database;
  const secure = config.baseUrl.startsWith('https:');
  const secret = config.sessionSecret ?? (await keptSecret(config.dataDir));
  const pages = loadPages(join(root, 'seeds/pages'));
  const assets = openAssets(join(root, 'dist/public'));
  const template = openTemplates({ folder: join(root, 'views'), strict: config.environment !== 'production' });
  const csrf = openCsrf({ secret, secure });
  const mailFolder = join(config.dataDir, 'courriels');
  const transport =
    given.transport ??
    (config.smtpUrl === undefined
      ? openMailFolder(mailFolder, config.mailFrom)
      : openSmtp(config.smtpUrl, config.mailFrom));
  const mail = startLoop({
    name: 'mail',
    everyMs: 5_000,
    log,
    step: () => deliverDue({ prisma, transport, log, clock }),
  });
  const storage = openFolderStorage(join(config.dataDir, 'fichiers'));
  const scanner = given.scanner ?? (config.scanner === undefined ? null : openClamd(config.scanner));
  /** Null where no scanner is configured: files are read as they come. */
  const scanning =
    scanner === null
      ? null
      : startLoop({
          name: 'scanning',
          everyMs: 30_000,
          log,
          step: () => scanDue({ prisma, storage, referential, clock, log, scanner }),
        });
  return {
    config,
    clock,
    log,
    database,
    prisma,
    secure,
    secret,
    referential,
    parcours: homeParcours(referential),
    pages,
    termsVersion: pages.terms.version,
    assets,
    template,
    csrf,
    mailFolder,
    storage,
    scanning,
    outbox: openOutbox({ template, support: config.supportEmail, clock }),
    mail,
    /** Subjects that this process saved answers of, to be counted at the next beat (jobs/counting). */
    toCount: new Set<string>(),
    render: openRender({
      template,
      asset: assets.url,
      csrf,
      parcours: parcoursLinks(referential),
      demonstration: config.environment === 'development',
    }),
    /** A link that is read outside the application, in a mail. */
    absolute: (path: string): string => `${config.baseUrl}${path}`,
    close: async (): Promise<void> => {
      await mail.stop();
      await scanning?.stop();
      transport.close();
      if (given.database === undefined) await database.close();
    },
  };
}

export type Deps = Awaited<ReturnType<typeof createDeps>>;

/** What a test brings of its own: a clock that it sets, a database that it shares. */
export interface Given {
  readonly clock?: () => Date;
  readonly database?: Database;
  readonly transport?: Transport;
  readonly scanner?: Scanner;
  readonly referential?: Referential;
}

async function openDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    throw new WrongConfiguration([`DATA_DIR : attendu un dossier où le service peut écrire (${why})`]);
  }
}

/** Outside production a secret is made once and kept, so that a restart signs nobody out. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret');
  const mine = join(dataDir, `.secret-${randomUUID()}`);
  // Written whole under another name: a process killed, or a second one, never leaves or reads half of it.
  await writeFile(mine, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  try {
    await link(mine, file);
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'EEXIST')) throw failure;
  } finally {
    await rm(mine);
  }
  return readFile(file, 'utf8');
}
