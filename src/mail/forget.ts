import type { PrismaClient } from '../database/generated/client.ts';
import { forgottenBefore } from '../domain/retention.ts';
import type { Logger } from '../web/logs.ts';

/** An address is personal: that it was written to is not kept for ever. Nor is what could not leave, but the operator is told. */
export async function forgetMails({
  prisma,
  log,
  clock,
}: {
  readonly prisma: PrismaClient;
  readonly log: Logger;
  readonly clock: () => Date;
}): Promise<void> {
  const createdAt = { lt: forgottenBefore('mail', clock()) };
  await prisma.outboxMessage.deleteMany({ where: { createdAt, sentAt: { not: null } } });
  const { count } = await prisma.outboxMessage.deleteMany({ where: { createdAt, sentAt: null } });
  if (count > 0) log.error({ mails: count }, 'mails given up: they could not be sent in thirty days');
}
