import type { Transaction } from '../database/transaction.ts';
import { fullName, type Person } from '../domain/accounts/person.ts';
import { Conflict } from '../domain/errors.ts';
import { formatRelative } from '../domain/french/dates.ts';
import { type Changes, inSentences, PRODUCTS } from './changes.ts';
import { lastChange } from './store.ts';

/** Somebody changed the same account meanwhile: who, when, and what. */
export async function conflictOver(
  { actor, person }: { readonly actor: Person; readonly person: Person },
  transaction: Transaction,
  now: Date,
): Promise<Conflict> {
  const change = await lastChange(actor, transaction, person);
  const whose = actor.id === person.id ? 'Votre compte' : `Le compte de ${fullName(person)}`;
  const who = change === null ? '' : ` par ${change.actorName} ${formatRelative(change.at, now)}`;
  const what = change === null ? '' : ` (${inSentences(seenBy(actor, change.details))})`;
  return new Conflict(
    `${whose} a été modifié${who}${what} pendant que vous remplissiez ce formulaire. Votre saisie est ci-dessous : vérifiez-la, puis enregistrez de nouveau.`,
  );
}

/** The products named may be some that only a Responsable sees. */
function seenBy(actor: Person, details: unknown): Changes {
  if (typeof details !== 'object' || details === null) return {};
  const hidden = (what: string): boolean => what === PRODUCTS && actor.role !== 'RESPONSIBLE';
  return Object.fromEntries(
    Object.entries(details).map(([what, how]) => [what, hidden(what) ? 'liste modifiée' : String(how)]),
  );
}
