import type { Transaction } from '../database/transaction.ts';

export interface News {
  readonly title: string;
  readonly body: string;
  readonly href: string;
}

/** Written in the transaction of what it tells. */
export async function notify(transaction: Transaction, userIds: readonly string[], news: News): Promise<void> {
  await transaction.notification.createMany({ data: userIds.map((userId) => ({ userId, ...news })) });
}
