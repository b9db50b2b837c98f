import type { Notification, PrismaClient } from '../database/generated/client.ts';

export const PAGE_SIZE = 20;

export async function notificationsOf(
  prisma: PrismaClient,
  userId: string,
  page: number,
): Promise<{ rows: Notification[]; total: number }> {
  const rows = await prisma.notification.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { rows, total: await prisma.notification.count({ where: { userId } }) };
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
