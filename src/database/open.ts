import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { refusingWhenFull, requireRoom } from './disk.ts';
import { openEmbedded } from './embedded.ts';
import { PrismaClient } from './generated/client.ts';
import { embeddedSchemaAccess, type SchemaAccess } from './schema-access.ts';
import { DatabaseUnreachable, serverAdapter, serverSchemaAccess } from './server.ts';

export interface Database {
  readonly prisma: PrismaClient;
  readonly kind: 'embedded' | 'server';
  openSchemaAccess(): SchemaAccess;
  /** Hears each query until the function that it returns is called. */
  onQuery(hear: (sql: string) => void): () => void;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** PostgreSQL on a server when there is a `url`, else inside this process, its files in `dataDir`. */
export async function openDatabase(options: { url: string | undefined; dataDir: string }): Promise<Database> {
  const { url, dataDir } = options;
  if (url === undefined) return inFolder(join(dataDir, 'database'));
  const database = onServer(url);
  try {
    await database.ping();
  } catch (failure) {
    await database.close();
    throw new DatabaseUnreachable(url, failure);
  }
  return database;
}

async function inFolder(folder: string): Promise<Database> {
  const { postgres, close } = await openEmbedded(folder);
  return on({
    kind: 'embedded',
    adapter: refusingWhenFull(new PrismaPGlite(postgres), () => requireRoom(folder)),
    openSchemaAccess: () => embeddedSchemaAccess(postgres),
    close,
  });
}

/** What is written there goes when the process does. */
export function inMemory(postgres: PGlite): Database {
  return on({
    kind: 'embedded',
    adapter: new PrismaPGlite(postgres),
    openSchemaAccess: () => embeddedSchemaAccess(postgres),
    close: () => postgres.close(),
  });
}

export function onServer(url: string): Database {
  return on({
    kind: 'server',
    adapter: serverAdapter(url),
    openSchemaAccess: () => serverSchemaAccess(url),
    close: async () => {},
  });
}

interface Host {
  readonly kind: Database['kind'];
  readonly adapter: SqlDriverAdapterFactory;
  openSchemaAccess(): SchemaAccess;
  close(): Promise<void>;
}

function on(host: Host): Database {
  const prisma = new PrismaClient({ adapter: host.adapter, log: [{ emit: 'event', level: 'query' }] });
  const listeners = new Set<(sql: string) => void>();
  prisma.$on('query', (event) => {
    for (const hear of listeners) hear(event.query);
  });
  return {
    prisma,
    kind: host.kind,
    openSchemaAccess: host.openSchemaAccess,
    onQuery(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    async ping() {
      await prisma.$queryRaw`SELECT 1`;
    },
    async close() {
      await prisma.$disconnect();
      await host.close();
    },
  };
}
