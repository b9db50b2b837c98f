import { eventWords } from '../catalogue/words.ts';
import type { AuditEvent } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { formatRelative } from '../domain/french/dates.ts';
import { formatList } from '../domain/french/list.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import type { SignedVisit } from '../web/visit.ts';

/** What a form holds: the answers of the qualification, or something of what identifies the subject. */
export type Held = 'identification' | 'qualification';

/** So many changes are told. */
const MOST = 5;

/** What each revision of a subject is recorded as. */
const revisions = ['subject.identified', 'subject.qualified', 'subject.converted', 'subject.handedOver'];

/**
 * In words, what was changed since a form was opened: who, when, what; null when nothing that it holds was. Each revision is
 * one event of the trail: another form's changes are nobody's conflict.
 */
export async function changedSince(
  transaction: Transaction,
  { actor, now }: SignedVisit,
  subject: Subject,
  revision: number,
  held: Held,
): Promise<string | null> {
  if (revision === subject.revision) return null;
  const behind = subject.revision - revision;
  const events = await lastRevisions(transaction, subject, Math.min(Math.max(behind, 1), MOST));
  const concerning = events.filter(({ action }) => (action === 'subject.qualified') === (held === 'qualification'));
  if (concerning.length === 0 && events.length === behind) return null;
  const what = subject.kind === 'STRATEGY' ? 'La stratégie globale a été modifiée' : 'Ce produit a été modifié';
  const told = concerning.map(
    (event) => `par ${event.actorName} ${formatRelative(event.at, now)} (${eventWords(event, actor)})`,
  );
  return [what, formatList(told), 'pendant que vous remplissiez ce formulaire.'].filter(Boolean).join(' ');
}

function lastRevisions(
  transaction: Transaction,
  { companyId, reference }: Pick<Subject, 'companyId' | 'reference'>,
  count: number,
): Promise<AuditEvent[]> {
  return transaction.auditEvent.findMany({
    where: { companyId, target: String(reference), action: { in: revisions } },
    orderBy: { seq: 'desc' },
    take: count,
  });
}
