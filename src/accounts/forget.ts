import type { PrismaClient } from '../database/generated/client.ts';

const DAY_MS = 86_400_000;
/** Longer than the longest lock and what is remembered of it (`domain/accounts/throttle.ts`). */
const THROTTLE_DAYS = 3;
/** An expired link says why it no longer works for a while. */
const LINK_DAYS = 30;

/** What has ended and serves nobody: sessions, counts of attempts, private links. Returns zero, since one pass takes them all. */
export async function forgetEnded(prisma: PrismaClient, now: Date): Promise<number> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  await prisma.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma.throttle.deleteMany({
    where: {
      startedAt: { lt: daysAgo(THROTTLE_DAYS) },
      OR: [{ lockedUntil: null }, { lockedUntil: { lt: daysAgo(THROTTLE_DAYS) } }],
    },
  });
  await prisma.oneTimeToken.deleteMany({ where: { expiresAt: { lt: daysAgo(LINK_DAYS) } } });
  return 0;
}
