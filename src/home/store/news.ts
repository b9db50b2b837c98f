import type { Notification } from '../../database/generated/client.ts';
import type { Transaction } from '../../database/transaction.ts';

export function latestUnread(transaction: Transaction, userId: string): Promise<Notification[]> {
  return transaction.notification.findMany({
    where: { userId, readAt: null },
    orderBy: { createdAt: 'desc' },
    take: 6,
  });
}
