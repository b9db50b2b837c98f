import type { Transaction } from '../database/transaction.ts';

/** P7: how many products are the options of this one, seen or not. */
export function countOptions(transaction: Transaction, coreId: string): Promise<number> {
  return transaction.product.count({ where: { coreId } });
}
