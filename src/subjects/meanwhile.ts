import type { AuditEvent } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Subject } from '../domain/subjects/subject.ts';

/** What a form holds: the answers of the qualification, or something of what identifies the subject. */
export type Held = 'identification' | 'qualification';

/** So many changes are told. */
const MOST = 5;

/** What each revision of a subject is recorded as. */
const revisions = ['subject.identified', 'subject.qualified', 'subject.converted', 'subject.handedOver'];

/**
 * What was changed since a form was opened, the latest first; null when nothing that it holds was. Each revision is one event
 * of the trail: another form's changes are nobody's conflict.
 */
export async function changedSince(
  transaction: Transaction,
  { companyId, reference, revision: now }: Pick<Subject, 'companyId' | 'reference' | 'revision'>,
  opened: number,
  held: Held,
): Promise<readonly AuditEvent[] | null> {
  if (opened === now) return null;
  const behind = now - opened;
  const events = await transaction.auditEvent.findMany({
    where: { companyId, target: String(reference), action: { in: revisions } },
    orderBy: { seq: 'desc' },
    take: Math.min(Math.max(behind, 1), MOST),
  });
  const concerning = events.filter(({ action }) => (action === 'subject.qualified') === (held === 'qualification'));
  return concerning.length === 0 && events.length === behind ? null : concerning;
}
