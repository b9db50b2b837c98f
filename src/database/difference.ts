import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { startPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';
import { everything, type Migration } from './migrations.ts';
import { inMemory } from './open.ts';
import { openSchemaEngine, schemaPath } from './schema-engine.ts';

/** The script from the tables that the migrations make to those of the schema; null when they are the same. */
export async function schemaDifference(migrations: readonly Migration[]): Promise<string | null> {
  const files = [{ path: schemaPath, content: await readFile(schemaPath, 'utf8') }];
  const database = inMemory(await startPostgres());
  try {
    await migrate(database, migrations);
    const engine = await openSchemaEngine(database.openSchemaAccess());
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: dirname(schemaPath) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: everything,
    });
    return exitCode === 2 ? stdout : null;
  } finally {
    await database.close();
  }
}
