import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApplyMigrationsInput } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { root } from '../root.ts';

export interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

export const migrationsFolder = join(root, 'prisma', 'migrations');

/** The migrations of the code, oldest first. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  // A checkout that writes CRLF must not look like an edited migration.
  const script = (await readFile(join(folder, name, 'migration.sql'), 'utf8')).replaceAll('\r\n', '\n');
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}

/** The same, as the schema engine wants them. */
export function asMigrationList(migrations: readonly Migration[]): ApplyMigrationsInput['migrationsList'] {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}

/** No table is left out of what the engine looks at. */
export const everything = { externalTables: [], externalEnums: [] };
