import { Conflict } from '../domain/errors.ts';
import { formatRelative } from '../domain/french/dates.ts';
import type { SignedVisit } from '../web/visit.ts';
import type { PastEvent } from './store.ts';
import { eventWords } from './words.ts';

/** Somebody changed the product while the form was filled in: who, when, and what. */
export function conflictOver({ actor, now }: SignedVisit, last: PastEvent | undefined): Conflict {
  const what =
    last === undefined ? '' : ` par ${last.actorName} ${formatRelative(last.at, now)} (${eventWords(last, actor)})`;
  return new Conflict(
    `Ce produit a été modifié${what} pendant que vous remplissiez ce formulaire. Votre saisie est ci-dessous\u00a0: vérifiez-la, puis envoyez-la de nouveau.`,
  );
}
