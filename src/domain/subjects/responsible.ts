import { type Candidate, handOverCandidates } from '../accounts/hand-over.ts';
import type { Person } from '../accounts/person.ts';
import type { SubjectKind } from './subject.ts';

/** What is being added has no id yet: this one is nobody's. */
const toCome = 'to come';
/** Nobody has it to hand over. */
const nobody = '';

/**
 * P1, A6: who may be responsible of what the actor adds. Of a product: whoever accesses every product, the actor, and the
 * people below, who get the access with it. Of the strategy: whoever has the right already.
 */
export function responsibleCandidates(actor: Person, kind: SubjectKind, people: readonly Person[]): Candidate[] {
  const creator = { ...actor, subjectIds: [...actor.subjectIds, toCome] };
  const around = people.map((person) => (person.id === actor.id ? creator : person));
  const candidates = handOverCandidates(creator, { id: toCome, kind }, nobody, around);
  return kind === 'PRODUCT' ? candidates : candidates.filter(({ getsAccess }) => !getsAccess);
}
