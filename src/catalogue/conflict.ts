import type { Transaction } from '../database/transaction.ts';
import { Conflict } from '../domain/errors.ts';
import { formatRelative } from '../domain/french/dates.ts';
import { formatList } from '../domain/french/list.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { changedSince } from '../subjects/meanwhile.ts';
import type { SignedVisit } from '../web/visit.ts';
import { eventWords } from './words.ts';

/** The type of a product and its responsible are of its identification: who changed that since the form was opened is told. */
export async function mustBeUnchanged(
  transaction: Transaction,
  { actor, now }: SignedVisit,
  subject: Subject,
  revision: number,
): Promise<void> {
  const events = await changedSince(transaction, subject, revision, 'identification');
  if (events === null) return;
  const told = events.map(
    (event) => `par ${event.actorName} ${formatRelative(event.at, now)} (${eventWords(event, actor)})`,
  );
  const what = ['Ce produit a été modifié', formatList(told), 'pendant que vous remplissiez ce formulaire.'];
  throw new Conflict(
    `${what.filter(Boolean).join(' ')} Votre saisie est ci-dessous\u00a0: vérifiez-la, puis envoyez-la de nouveau.`,
  );
}
