import type { ResponsibleSubject } from './deletion.ts';
import type { Grant } from './grants.ts';
import { accessesProduct, effectiveRights, fullName, isStaff, type Person } from './person.ts';
import { relationTo } from './relation.ts';

export interface Candidate {
  readonly person: Person;
  /** They do not access it yet: handing it over gives them the access. */
  readonly getsAccess: boolean;
}

/** A7: a product's responsible, or the strategy's, must be able to open it. */
export function accessesSubject(person: Grant, subject: Pick<ResponsibleSubject, 'id' | 'kind'>): boolean {
  return subject.kind === 'STRATEGY' ? effectiveRights(person).accessesStrategy : accessesProduct(person, subject.id);
}

/** The same person once they access it: a product is given, the strategy is a right (A6). */
export function withAccess<Given extends Grant>(
  person: Given,
  { id, kind }: Pick<ResponsibleSubject, 'id' | 'kind'>,
): Given {
  return kind === 'STRATEGY'
    ? { ...person, rights: { ...person.rights, accessesStrategy: true } }
    : { ...person, subjectIds: [...person.subjectIds, id] };
}

/** A7: what opens a subject is not taken from its responsible: it is handed over first. */
export function keptByResponsible(held: Grant, wanted: Grant, responsibleFor: readonly ResponsibleSubject[]) {
  return responsibleFor
    .filter((subject) => accessesSubject(held, subject) && !accessesSubject(wanted, subject))
    .map((subject) => ({
      subject,
      message:
        subject.kind === 'STRATEGY'
          ? 'Cette personne est responsable de la stratégie globale : confiez-la d’abord à quelqu’un d’autre, ou laissez-lui ce droit.'
          : `Cette personne est responsable du produit « ${subject.name} » : confiez-le d’abord à quelqu’un d’autre, ou laissez-lui cet accès.`,
    }));
}

/**
 * A7: who may become responsible of a subject of the company: whoever accesses it; and, since nobody gives what they
 * lack or to somebody not attached to them (A6), the actor's people when the actor accesses it. Those who access it come first.
 */
export function handOverCandidates(
  actor: Person,
  subject: Pick<ResponsibleSubject, 'id' | 'kind'>,
  responsibleId: string,
  people: readonly Person[],
): Candidate[] {
  const actorGives = accessesSubject(actor, subject);
  return people
    .filter((person) => person.id !== responsibleId && person.deletedAt === null && !isStaff(person))
    .map((person) => ({ person, getsAccess: !accessesSubject(person, subject) }))
    .filter(({ person, getsAccess }) => !getsAccess || (actorGives && relationTo(actor, person, people) === 'below'))
    .sort(
      (a, b) =>
        Number(a.getsAccess) - Number(b.getsAccess) || fullName(a.person).localeCompare(fullName(b.person), 'fr'),
    );
}
