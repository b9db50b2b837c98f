import { deletionBlockers } from '../domain/accounts/deletion.ts';
import { loginKey } from '../domain/accounts/identifiers.ts';
import type { Person } from '../domain/accounts/person.ts';
import { NotFound } from '../domain/errors.ts';
import type { SignedVisit } from '../web/visit.ts';

/** Whoever the address names, among the staff. */
export function memberNamed({ req }: SignedVisit, people: readonly Person[]): Person {
  const wanted = loginKey(String(req.params.login));
  const person = people.find(({ login }) => loginKey(login) === wanted);
  if (person === undefined) throw new NotFound('Ce compte est introuvable.');
  return person;
}

/** A7: the staff is responsible for no product. */
export function blockersOf({ actor }: SignedVisit, person: Person, people: readonly Person[]): string[] {
  return deletionBlockers({ actorId: actor.id, person, people, responsibleFor: [] }).map(({ message }) => message);
}
