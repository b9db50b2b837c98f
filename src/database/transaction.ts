import type { Prisma, PrismaClient } from './generated/client.ts';

/** What a store queries through: the client itself, or a transaction of it. */
export type Transaction = Prisma.TransactionClient;

/**
 * All or nothing. Within `act`, only the transaction is used: on the embedded database, the client itself would wait
 * for the end of the transaction that waits for it.
 */
export function inTransaction<Result>(
  prisma: PrismaClient,
  act: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return prisma.$transaction(act, { maxWait: 5_000, timeout: 10_000 });
}
