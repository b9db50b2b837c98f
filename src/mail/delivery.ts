import type { OutboxMessage, PrismaClient } from '../database/generated/client.ts';
import type { Logger } from '../web/logs.ts';
import type { Transport } from './transport.ts';

const MINUTE = 60_000;
/** While one process sends a mail, another leaves it alone; it takes it over if the first was killed. */
const CLAIM_MS = 2 * MINUTE;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE;

export interface DeliveryOptions {
  readonly prisma: PrismaClient;
  readonly transport: Transport;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** Sends the oldest that is due. Returns how many were taken: zero means that nothing waits. One at a time, or a slow server would outlast the claim. */
export async function deliverDue({ prisma, transport, log, clock }: DeliveryOptions): Promise<number> {
  const now = clock();
  const due = await prisma.$queryRaw<OutboxMessage[]>`
    UPDATE "OutboxMessage" SET "attempts" = "attempts" + 1, "nextAttemptAt" = ${new Date(now.getTime() + CLAIM_MS)}
    WHERE "id" IN (
      SELECT "id" FROM "OutboxMessage" WHERE "sentAt" IS NULL AND "nextAttemptAt" <= ${now}
      ORDER BY "nextAttemptAt", "createdAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`;
  for (const message of due) {
    try {
      await transport.send({
        id: message.id,
        to: message.recipient,
        subject: message.subject,
        text: message.text,
        html: message.html,
        at: message.createdAt,
      });
      // The body may carry a private link: once sent it is nobody's business.
      await prisma.outboxMessage.update({
        where: { id: message.id },
        data: { sentAt: clock(), text: '', html: '', lastError: null },
      });
    } catch (failure) {
      log.warn({ mail: message.id, attempts: message.attempts, err: failure }, 'mail not sent, will be tried again');
      await prisma.outboxMessage.update({
        where: { id: message.id },
        data: {
          nextAttemptAt: new Date(clock().getTime() + waitAfter(message.attempts)),
          lastError: String(failure).slice(0, 500),
        },
      });
    }
  }
  return due.length;
}

function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, MINUTE * 2 ** Math.min(attempts - 1, 10));
}
