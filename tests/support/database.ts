import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { startPostgres } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { type Migration, readMigrations } from '../../src/database/migrations.ts';
import { type Database, inMemory, onServer } from '../../src/database/open.ts';
import { root } from '../../src/root.ts';

/** A migrated, empty database for the tests of one file. Read it within tests and hooks, not while the file loads. */
export function useTestDatabase(): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(async () => {
    await database?.close();
  });
  return () => {
    if (database === undefined) throw new Error('The test database opens before the first test.');
    return database;
  };
}

/** The same, for who closes it: in memory, or on the server of TEST_DATABASE_URL. */
export async function openTestDatabase(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? openOnServer(server) : inMemory(await openTestPostgres());
}

/** The embedded kind, migrated, in memory, wherever the tests run. */
export async function openTestPostgres(): Promise<PGlite> {
  const migrations = await readMigrations();
  const dump = join(root, 'dist', 'tests', `${nameOf(migrations)}.tar`);
  if (!existsSync(dump)) await writeDump(dump, migrations);
  return startPostgres({ loadDataDir: new Blob([await readFile(dump)]) });
}

async function writeDump(dump: string, migrations: readonly Migration[]): Promise<void> {
  const postgres = await startPostgres();
  await migrate(inMemory(postgres), migrations);
  const content = await postgres.dumpDataDir('none');
  await postgres.close();
  await mkdir(dirname(dump), { recursive: true });
  // Several test files may write it at once: each writes its own, the last name given stays.
  const written = `${dump}.${randomUUID()}`;
  await writeFile(written, Buffer.from(await content.arrayBuffer()));
  await rename(written, dump);
}

async function openOnServer(server: string): Promise<Database> {
  const migrations = await readMigrations();
  const { url, drop } = await createDatabase(server, async (query) => {
    // One test file at a time makes the template or copies it: PostgreSQL copies no database that somebody is using.
    await query('SELECT pg_advisory_lock(20261120)');
    const template = `convergence_template_${nameOf(migrations)}`;
    await makeTemplate(server, template, migrations, query);
    return template;
  });
  const database = onServer(url);
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

/** An empty database on the server of TEST_DATABASE_URL, without any table. */
export async function createServerDatabase(): Promise<ServerDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL says on which server.');
  return createDatabase(server, async () => 'template0');
}

export interface ServerDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

async function createDatabase(
  server: string,
  findTemplate: (query: Query) => Promise<string>,
): Promise<ServerDatabase> {
  const name = `convergence_test_${randomUUID().replaceAll('-', '')}`;
  await withServer(server, async (query) => {
    await query(`CREATE DATABASE ${name} TEMPLATE ${await findTemplate(query)}`);
    // Far from UTC, as servers are.
    await query(`ALTER DATABASE ${name} SET timezone TO 'Pacific/Auckland'`);
  });
  return {
    url: urlOf(server, name),
    drop: () => withServer(server, (query) => query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

type Query = (sql: string) => Promise<pg.QueryResult<{ datname: string }>>;

async function makeTemplate(server: string, name: string, migrations: readonly Migration[], query: Query) {
  const { rows } = await query("SELECT datname FROM pg_database WHERE datname LIKE 'convergence\\_template\\_%'");
  if (rows.some(({ datname }) => datname === name)) return;
  for (const { datname } of rows) await query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await query('DROP DATABASE IF EXISTS convergence_unfinished WITH (FORCE)');
  await query('CREATE DATABASE convergence_unfinished');
  const database = onServer(urlOf(server, 'convergence_unfinished'));
  await migrate(database, migrations);
  await database.close();
  await query(`ALTER DATABASE convergence_unfinished RENAME TO ${name}`);
}

async function withServer(server: string, act: (query: Query) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await act((sql) => client.query(sql));
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function nameOf(migrations: readonly Migration[]): string {
  const checksums = migrations.map(({ checksum }) => checksum);
  return createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16);
}
