import type { Notification, PrismaClient } from '../database/generated/client.ts';
import { type Asked, rowsBefore } from '../web/lists.ts';

export const PAGE_SIZE = 20;

export async function notificationsOf(
  prisma: PrismaClient,
  userId: string,
  how: Asked,
): Promise<{ rows: Notification[]; total: number }> {
  const total = await prisma.notification.count({ where: { userId } });
  const rows = await prisma.notification.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: rowsBefore(how, total, PAGE_SIZE),
    take: PAGE_SIZE,
  });
  return { rows, total };
}

/** The one that was read, or null when it is not this person's. */
export async function markRead(
  prisma: PrismaClient,
  userId: string,
  id: string,
  now: Date,
): Promise<Notification | null> {
  const [read] = await prisma.notification.updateManyAndReturn({
    where: { id, userId, readAt: null },
    data: { readAt: now },
  });
  return read ?? prisma.notification.findFirst({ where: { id, userId } });
}

export async function markAllRead(prisma: PrismaClient, userId: string, now: Date): Promise<number> {
  const { count } = await prisma.notification.updateMany({ where: { userId, readAt: null }, data: { readAt: now } });
  return count;
}
