import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { planning } from './planning.ts';
import { type SchemaAccess, schemaAccess } from './schema-access.ts';

export class DatabaseUnreachable extends Error {
  constructor(url: string, cause: unknown) {
    const { host, pathname } = new URL(url);
    const reason = cause instanceof Error ? cause.message.trim().split('\n').at(-1) : String(cause);
    super(
      `La base de données ${pathname.slice(1)} du serveur PostgreSQL ${host} ne peut pas être ouverte (DATABASE_URL) : ${reason}`,
      { cause },
    );
  }
}

const connection = (url: string): pg.PoolConfig => ({
  connectionString: url,
  application_name: 'convergence',
  connectionTimeoutMillis: 3_000,
  keepAlive: true,
  // Prisma writes instants without their zone and means UTC.
  options: ['TimeZone=UTC', ...planning].map((one) => `-c ${one}`).join(' '),
});

/** A server that died without a word gives an error in seconds, not a page that never comes. */
export function serverAdapter(url: string): SqlDriverAdapterFactory {
  return new PrismaPg({
    ...connection(url),
    max: 10,
    statement_timeout: 5_000,
    query_timeout: 6_000,
    idle_in_transaction_session_timeout: 30_000,
  });
}

/** No time limit, since a migration may be long. One connection, never another: it holds the lock and the transaction. */
export function serverSchemaAccess(url: string): SchemaAccess {
  const pool = new pg.Pool({ ...connection(url), max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => pool.end());
  return schemaAccess(
    new PrismaPg(pool),
    (script) => pool.query(script),
    async () => {
      if (!pool.ending) await pool.end();
    },
  );
}
