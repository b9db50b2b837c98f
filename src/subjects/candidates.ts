import type { Candidate } from '../domain/accounts/hand-over.ts';
import { fullName, type Person } from '../domain/accounts/person.ts';
import { Invalid } from '../domain/errors.ts';
import type { Choice } from '../web/components.ts';

/** Who may be responsible (A7), as a form offers them. */
export function candidateChoices(candidates: readonly Candidate[]): readonly Choice[] {
  return candidates.map(({ person, getsAccess }) => ({
    value: person.login,
    label: getsAccess ? `${fullName(person)} (en reçoit l’accès)` : fullName(person),
  }));
}

/** A7: only somebody offered. */
export function candidateChosen(candidates: readonly Candidate[], login: string, field: string): Person {
  const chosen = candidates.find(({ person }) => person.login === login);
  if (chosen !== undefined) return chosen.person;
  const message = 'Choisissez quelqu’un dans la liste\u00a0: cette personne ne peut pas s’en charger.';
  throw new Invalid([{ field, message }]);
}
