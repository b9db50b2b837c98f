import type { Notification, PrismaClient } from '../database/generated/client.ts';

export function latestUnread(prisma: PrismaClient, userId: string): Promise<Notification[]> {
  return prisma.notification.findMany({ where: { userId, readAt: null }, orderBy: { createdAt: 'desc' }, take: 6 });
}
