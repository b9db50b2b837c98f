import type { Transaction } from '../database/transaction.ts';
import { asText, type Mail } from './mail.ts';

/** Mails are written in the transaction of what they announce: neither goes without the other. */
export interface Outbox {
  /** Returns its identifier. */
  post(transaction: Transaction, mail: Mail): Promise<string>;
  /** In the same transaction: it is never sent. */
  takeBack(transaction: Transaction, id: string): Promise<void>;
}

export function openOutbox(options: {
  template: (name: string, it: object) => string;
  support: string;
  clock: () => Date;
}): Outbox {
  return {
    post: async (transaction, mail) => {
      const now = options.clock();
      const { id } = await transaction.outboxMessage.create({
        data: {
          createdAt: now,
          nextAttemptAt: now,
          recipient: mail.to,
          subject: mail.subject,
          text: asText(mail, options.support),
          html: options.template('mails/message', {
            subject: mail.subject,
            paragraphs: mail.paragraphs,
            action: mail.action ?? null,
            notes: mail.notes ?? [],
            support: options.support,
          }),
        },
        select: { id: true },
      });
      return id;
    },
    takeBack: async (transaction, id) => {
      await transaction.outboxMessage.deleteMany({ where: { id } });
    },
  };
}
