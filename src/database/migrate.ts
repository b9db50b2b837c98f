import { asMigrationList, everything, type Migration, readMigrations } from './migrations.ts';
import type { Database } from './open.ts';
import type { SchemaAccess } from './schema-access.ts';
import { openSchemaEngine } from './schema-engine.ts';

/** The start stops here rather than run on tables that are not those of the code. */
export class MigrationRefused extends Error {}

/** Any number: it only has to be the same for all who migrate the same database. */
const LOCK = 4_820_317_655n;

/** Brings the tables to what the code expects; returns the names of the migrations that it applied. */
export async function migrate(database: Database, migrations?: readonly Migration[]): Promise<readonly string[]> {
  const expected = migrations ?? (await readMigrations());
  if (missing(expected, await readApplied(database)).length === 0) return [];
  const access = database.openSchemaAccess();
  try {
    // Of several processes started together, one applies; the others wait here, then find nothing to do.
    await access.run(`SELECT pg_advisory_lock(${LOCK})`);
    const todo = missing(expected, await readApplied(database));
    if (todo.length > 0) await apply(access, expected, todo);
    return todo.map(({ name }) => name);
  } finally {
    await access.run(`SELECT pg_advisory_unlock(${LOCK})`).catch(() => {});
    await access.close();
  }
}

/** Each migration and its mention in `_prisma_migrations` are one transaction: a killed process leaves no half of it. */
async function apply(access: SchemaAccess, expected: readonly Migration[], todo: readonly Migration[]): Promise<void> {
  const engine = await openSchemaEngine(access);
  for (const [index, migration] of todo.entries()) {
    const later = new Set(todo.slice(index + 1));
    const migrationsList = asMigrationList(expected.filter((one) => !later.has(one)));
    await access.run('BEGIN');
    try {
      await engine.applyMigrations({ migrationsList, filters: everything });
      await access.run('COMMIT');
    } catch (error) {
      // A lost connection has rolled back by itself.
      await access.run('ROLLBACK').catch(() => {});
      const failure = access.failure() ?? error;
      throw new MigrationRefused(
        `La migration ${migration.name} n’a pas pu être appliquée ; la base de données est restée comme avant.\n` +
          (failure instanceof Error ? failure.message : String(failure)),
        { cause: failure },
      );
    }
  }
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** Read here first, since loading the engine costs more than the rest of a start. */
async function readApplied({ prisma }: Database): Promise<Applied[]> {
  const [table] = await prisma.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`;
  if (table?.exists !== true) return [];
  return prisma.$queryRaw<Applied[]>`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
}

function missing(expected: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const byName = new Map(expected.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = byName.get(name);
    if (migration === undefined) {
      throw new MigrationRefused(
        `La base de données est plus récente que le programme : elle a reçu la migration ${name}, ` +
          'que ce programme ne connaît pas. Démarrez la version du programme qui la contient.',
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationRefused(
        `La migration ${name} a été modifiée après avoir été appliquée à cette base de données. ` +
          'Rétablissez son contenu d’origine et écrivez le changement dans une nouvelle migration.',
      );
    }
  }
  const finished = new Set(applied.filter((row) => row.finished).map((row) => row.name));
  return expected.filter((migration) => !finished.has(migration.name));
}
