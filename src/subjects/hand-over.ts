import { giveAccess, tellSuccessor } from '../additions/access.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../database/transaction.ts';
import { fullName, type Person } from '../domain/accounts/person.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import type { SignedVisit } from '../web/visit.ts';
import { companyOf } from './reach.ts';
import { asSubject, withProduct } from './rows.ts';

/** A7: another person becomes responsible of a subject of the company, accesses it with that, and is told. */
export async function handOver(
  transaction: Transaction,
  visit: Pick<SignedVisit, 'actor' | 'now' | 'ip'>,
  { id, kind }: Pick<Subject, 'id' | 'kind'>,
  heir: Person,
): Promise<void> {
  const { actor, now, ip } = visit;
  const where = { id, companyId: companyOf(actor, kind) };
  const subject = asSubject(await transaction.subject.findUniqueOrThrow({ where, include: withProduct }));
  // A form of its identification opened before this would take it back
  await transaction.subject.update({ where, data: { responsibleId: heir.id, revision: { increment: 1 } } });
  await record(transaction, {
    at: now,
    actor,
    ip,
    action: 'subject.handedOver',
    target: String(subject.reference),
    details: { from: subject.responsibleName, to: fullName(heir) },
  });
  const given = await giveAccess(transaction, visit, subject, [heir]);
  await tellSuccessor(transaction, visit, subject, heir, given);
}
