import type { Transaction } from '../database/transaction.ts';

export async function hasStrategy(transaction: Transaction, companyId: string): Promise<boolean> {
  return (await transaction.subject.count({ where: { companyId, kind: 'STRATEGY' } })) > 0;
}
