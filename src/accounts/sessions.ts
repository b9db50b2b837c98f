import type { Transaction } from '../database/transaction.ts';

/** Everywhere this person is signed in, but for the session kept. */
export async function closeSessions(transaction: Transaction, userId: string, keptId?: string): Promise<number> {
  const { count } = await transaction.session.deleteMany({
    where: { userId, ...(keptId === undefined ? {} : { id: { not: keptId } }) },
  });
  return count;
}
