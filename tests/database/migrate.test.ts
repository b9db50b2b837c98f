import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schemaDifference } from '../../src/database/difference.ts';
import { MigrationRefused, migrate } from '../../src/database/migrate.ts';
import { type Migration, readMigrations } from '../../src/database/migrations.ts';
import { type Database, onServer } from '../../src/database/open.ts';
import { countQueries } from '../support/count-queries.ts';
import { createServerDatabase, useTestDatabase } from '../support/database.ts';
import { startProcess } from './process.ts';
import { startRelay } from './relay.ts';

const database = useTestDatabase();
const existing = await readMigrations();

function aMigration(name: string, script: string): Migration {
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}

const applied = () => database().prisma.$queryRaw`SELECT * FROM _prisma_migrations ORDER BY started_at`;
const hasTable = async (name: string) => {
  const [row] = await database().prisma.$queryRaw<
    { found: boolean }[]
  >`SELECT to_regclass(${name}) IS NOT NULL AS found`;
  return row?.found;
};

describe('migrations', () => {
  test('describe the whole schema: `npm run migration:new` has nothing to write', async () => {
    expect(await schemaDifference(existing)).toBeNull();
  });

  test('an up-to-date database is only read, without the engine', async () => {
    const before = await applied();
    const withoutEngine = {
      ...database(),
      openSchemaAccess: () => {
        throw new Error('The engine is not needed.');
      },
    };
    const { result, queries } = await countQueries(database(), () => migrate(withoutEngine));
    expect(result).toEqual([]);
    expect(queries).toHaveLength(2);
    expect(queries.every((sql) => sql.trimStart().startsWith('SELECT'))).toBe(true);
    expect(await applied()).toEqual(before);
  });

  test('one that fails leaves nothing, says why, and is applied once mended', async () => {
    const before = await applied();
    const name = '20990101000000_failing';
    const failing = aMigration(name, 'CREATE TABLE half (id int); CREATE TABLE "User" (id int);');
    const refusal = migrate(database(), [...existing, failing]);
    await expect(refusal).rejects.toThrow(MigrationRefused);
    await expect(refusal).rejects.toThrow(name);
    await expect(refusal).rejects.toThrow('relation "User" already exists');
    expect(await hasTable('half')).toBe(false);
    expect(await applied()).toEqual(before);

    expect(await migrate(database(), [...existing, aMigration(name, 'CREATE TABLE half (id int);')])).toEqual([name]);
    expect(await hasTable('half')).toBe(true);
  });

  test('each is committed before the next: a value added to an enumeration may be used by the next', async () => {
    const kept = [...existing, aMigration('20990101000000_failing', 'CREATE TABLE half (id int);')];
    const added = aMigration('20990101000001_add', `ALTER TYPE "Role" ADD VALUE 'OBSERVER';`);
    const using = aMigration('20990101000002_use', `CREATE TABLE observer (role "Role" DEFAULT 'OBSERVER');`);
    expect(await migrate(database(), [...kept, added, using])).toEqual([added.name, using.name]);
  });

  test('one that was edited after it was applied stops the start', async () => {
    const edited = existing.map((migration) => ({ ...migration, checksum: 'another' }));
    const refusal = migrate(database(), edited);
    await expect(refusal).rejects.toThrow(MigrationRefused);
    await expect(refusal).rejects.toThrow(/a été modifiée après avoir été appliquée/);
  });

  test('a database newer than the program stops the start', async () => {
    await expect(migrate(database(), existing)).rejects.toThrow(/plus récente que le programme/);
  });
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('migrations on a server', () => {
  test('of several processes started at once, one applies, the others wait and find nothing to do', async () => {
    const empty = await createServerDatabase();
    const processes = [1, 2, 3].map(() => startProcess('migrate', empty.url));
    for (const one of processes) expect(await one.line()).toBe('ready');
    for (const one of processes) one.write('now');
    const outcomes = await Promise.all(processes.map((one) => one.line()));
    expect(outcomes.sort()).toEqual(['0', '0', String(existing.length)]);
    await Promise.all(processes.map((one) => one.ended));
    const reader = onServer(empty.url);
    expect(await migrate(reader)).toEqual([]);
    await reader.close();
    await empty.drop();
  });

  test('one that is cut in the middle leaves nothing, and the next start applies it', async () => {
    const empty = await createServerDatabase();
    const relay = await startRelay(empty.url);
    const direct = onServer(empty.url);
    const cut = onServer(relay.url);
    const name = '20990101000000_long';
    const long = aMigration(name, 'CREATE TABLE half (id int); SELECT pg_sleep(60);');
    const refusal = expect(migrate(cut, [...existing, long])).rejects.toThrow(MigrationRefused);
    await expect.poll(() => isSleeping(direct), { timeout: 20_000 }).toBe(true);
    relay.cut();
    await refusal;
    await direct.prisma.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()`;

    const mended = aMigration(name, 'CREATE TABLE half (id int);');
    expect(await migrate(direct, [...existing, mended])).toEqual([name]);
    await Promise.all([cut.close(), direct.close(), relay.close()]);
    await empty.drop();
  });
});

async function isSleeping({ prisma }: Database): Promise<boolean> {
  const found = await prisma.$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE '%pg_sleep(60)%' AND state = 'active' AND pid <> pg_backend_pid()`;
  return found.length > 0;
}
