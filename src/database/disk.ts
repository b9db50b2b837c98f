import { statfs } from 'node:fs/promises';
import type { SqlDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils';

export class DiskFull extends Error {
  constructor(folder: string) {
    super(`Le disque du dossier ${folder} est presque plein : rien ne peut plus y être écrit. Libérez de la place.`);
  }
}

/** PostgreSQL writes its journal by segments of 16 MB; a large transaction takes several. */
const RESERVE = 64 * 1024 * 1024;

export async function requireRoom(folder: string, reserve = RESERVE): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < reserve) throw new DiskFull(folder);
}

/**
 * PostgreSQL in WebAssembly never comes back from a journal that it cannot write: it keeps the processor, and the
 * pages with it. So writes are refused before that, reads go on, and all is well again once there is room.
 */
export function refusingWhenFull(
  factory: SqlDriverAdapterFactory,
  requireRoom: () => Promise<void>,
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      guard(adapter, requireRoom);
      const start = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (isolation) => {
        const transaction = await start(isolation);
        guard(transaction, requireRoom);
        return transaction;
      };
      return adapter;
    },
  };
}

function guard(queryable: SqlQueryable, requireRoom: () => Promise<void>): void {
  const query = queryable.queryRaw.bind(queryable);
  const execute = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = async (statement) => {
    if (!READS.test(statement.sql)) await requireRoom();
    return query(statement);
  };
  queryable.executeRaw = async (statement) => {
    if (!READS.test(statement.sql)) await requireRoom();
    return execute(statement);
  };
}

const READS = /^\s*(SELECT|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;
