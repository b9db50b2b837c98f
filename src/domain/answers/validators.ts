import { accessesSubject } from '../accounts/hand-over.ts';
import { effectiveRights, type Person } from '../accounts/person.ts';
import type { Subject } from '../subjects/subject.ts';

/** A5: who may validate the questionnaires of a subject: whoever has the right, accesses it, and can sign in. */
export function validatorsOf(people: readonly Person[], subject: Pick<Subject, 'id' | 'kind' | 'companyId'>): Person[] {
  return people.filter(
    (person) =>
      person.companyId === subject.companyId &&
      person.deletedAt === null &&
      person.hasPassword &&
      effectiveRights(person).validates &&
      accessesSubject(person, subject),
  );
}

/** A5, A6: who gives the right to validate, and has it themselves. */
export function givingTheRight(people: readonly Person[]): Person[] {
  return people.filter(({ role, deletedAt }) => role === 'RESPONSIBLE' && deletedAt === null);
}
