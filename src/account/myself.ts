import { peopleAround } from '../accounts/company.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Person } from '../domain/accounts/person.ts';
import { NotFound } from '../domain/errors.ts';
import type { SignedVisit } from '../web/visit.ts';

export interface Myself {
  readonly person: Person;
  /** The company's, oneself included; nobody else for the staff. */
  readonly people: readonly Person[];
}

/** Whoever is signed in, as they are now: the account may have been deleted since the page was opened. */
export async function myself(transaction: Transaction, { actor }: SignedVisit): Promise<Myself> {
  const people = await peopleAround(transaction, actor);
  const person = people.find(({ id }) => id === actor.id);
  if (person === undefined) throw new NotFound('Ce compte n’existe plus.');
  return { person, people };
}
