import { isDeadlock } from './failures.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

/** What a store queries through: the client itself, or a transaction of it. */
export type Transaction = Prisma.TransactionClient;

/** So many times is a transaction tried that another one waited for. */
const TRIES = 3;

/**
 * All or nothing; tried again when it was given up because another one waited for it: `act` does nothing outside the transaction. Within `act`, only the transaction is used: on the embedded database, the client itself would wait
 * for the end of the transaction that waits for it.
 */
export async function inTransaction<Result>(
  prisma: PrismaClient,
  act: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await prisma.$transaction(act, { maxWait: 5_000, timeout: 10_000 });
    } catch (failure) {
      if (tried === TRIES || !isDeadlock(failure)) throw failure;
    }
  }
}
