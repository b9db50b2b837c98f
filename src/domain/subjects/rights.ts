import { accessesProduct, effectiveRights, type Person } from '../accounts/person.ts';
import { Forbidden, NotFound } from '../errors.ts';
import type { Subject } from './subject.ts';

/** What somebody is to a subject: all that a right on it depends on. */
export type SubjectRelation = 'leads' | 'accesses' | 'none';

const whoeverAccesses: readonly SubjectRelation[] = ['leads', 'accesses'];
const whoeverLeads: readonly SubjectRelation[] = ['leads'];

/** Who may do what on a product or on the strategy. Nothing is allowed that has no line here. */
export const subjectRights = {
  see: whoeverAccesses,
  edit: whoeverAccesses,
  enrol: whoeverAccesses,
  duplicate: whoeverAccesses,
  withdraw: whoeverLeads,
  archive: whoeverLeads,
  convert: whoeverLeads,
  publish: whoeverLeads,
  handOver: whoeverLeads,
} as const satisfies Record<string, readonly SubjectRelation[]>;

export type SubjectAction = keyof typeof subjectRights;

type Asker = Pick<Person, 'id' | 'role' | 'companyId' | 'rights' | 'subjectIds'>;
type Asked = Pick<Subject, 'id' | 'companyId' | 'kind' | 'responsibleId'>;

/** A5: a Responsable leads all that the company has; anybody else, what they answer for. */
export function subjectRelation(person: Asker, subject: Asked): SubjectRelation {
  if (person.companyId !== subject.companyId) return 'none';
  const opens =
    subject.kind === 'STRATEGY' ? effectiveRights(person).accessesStrategy : accessesProduct(person, subject.id);
  if (!opens) return 'none';
  return person.role === 'RESPONSIBLE' || subject.responsibleId === person.id ? 'leads' : 'accesses';
}

export function canOn(person: Asker, action: SubjectAction, subject: Asked): boolean {
  return subjectRights[action].includes(subjectRelation(person, subject));
}

/** Whoever may not see it is told that there is no such thing; whoever sees it, why the act is not theirs. */
export function mustOn(person: Asker, action: SubjectAction, subject: Asked): void {
  if (!canOn(person, 'see', subject)) throw new NotFound();
  if (!canOn(person, action, subject)) {
    throw new Forbidden('Seuls son responsable et les Responsables de l’entreprise peuvent le faire.');
  }
}
