import type { PrismaClient } from '../database/generated/client.ts';
import { forgottenBefore } from '../domain/retention.ts';

/** What has ended and serves nobody: sessions, counts of attempts, private links. */
export async function forgetEnded(prisma: PrismaClient, now: Date): Promise<void> {
  await prisma.session.deleteMany({ where: { expiresAt: { lt: now } } });
  const attempts = { lt: forgottenBefore('attempts', now) };
  await prisma.throttle.deleteMany({
    where: { startedAt: attempts, OR: [{ lockedUntil: null }, { lockedUntil: attempts }] },
  });
  await prisma.oneTimeToken.deleteMany({ where: { expiresAt: { lt: forgottenBefore('link', now) } } });
}
