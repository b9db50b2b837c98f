import type { Transaction } from '../database/transaction.ts';
import { Conflict } from '../domain/errors.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { changedSince } from '../subjects/meanwhile.ts';
import type { SignedVisit } from '../web/visit.ts';

/** Its type and its responsible are of its identification: what was changed of it since the form was opened is told. */
export async function mustBeUnchanged(
  transaction: Transaction,
  visit: SignedVisit,
  subject: Subject,
  revision: number,
): Promise<void> {
  const meanwhile = await changedSince(transaction, visit, subject, revision, 'identification');
  if (meanwhile === null) return;
  throw new Conflict(`${meanwhile} Votre saisie est ci-dessous\u00a0: vérifiez-la, puis envoyez-la de nouveau.`);
}
