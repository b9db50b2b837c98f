import { fullName, type Person, type Role } from './person.ts';
import type { TreeNode } from './tree.ts';

/** What somebody may be responsible for. */
export interface ResponsibleSubject {
  readonly id: string;
  readonly reference: number;
  readonly kind: 'PRODUCT' | 'STRATEGY';
  readonly name: string;
}

export type DeletionBlocker =
  | { readonly kind: 'oneself'; readonly message: string }
  | { readonly kind: 'lastOfRole'; readonly message: string }
  | { readonly kind: 'subject'; readonly subject: ResponsibleSubject; readonly message: string };

export interface DeletionAsked {
  readonly actorId: string;
  readonly person: Person;
  /** The company's people, or the staff. */
  readonly people: readonly Person[];
  readonly responsibleFor: readonly ResponsibleSubject[];
}

/** Without one of them nobody could put it right. */
const lastNeeded: Partial<Record<Role, string>> = {
  RESPONSIBLE: 'le dernier Responsable de l’entreprise',
  ADMINISTRATOR: 'le dernier Administrateur de la plateforme',
};

/** A7: all that stands in the way of a deletion, so that the screen lists it at once. */
export function deletionBlockers({ actorId, person, people, responsibleFor }: DeletionAsked): DeletionBlocker[] {
  const blockers: DeletionBlocker[] = [];
  if (actorId === person.id) {
    blockers.push({ kind: 'oneself', message: 'Vous ne pouvez pas supprimer votre propre compte.' });
  }
  const last = lastNeeded[person.role];
  if (last !== undefined && !people.some((other) => other.id !== person.id && holds(other, person.role))) {
    blockers.push({ kind: 'lastOfRole', message: `${fullName(person)} est ${last}.` });
  }
  for (const subject of responsibleFor) blockers.push({ kind: 'subject', subject, message: reason(person, subject) });
  return blockers;
}

function holds(person: Person, role: Role): boolean {
  return person.role === role && person.deletedAt === null;
}

function reason(person: Person, subject: ResponsibleSubject): string {
  const ofWhat =
    subject.kind === 'STRATEGY'
      ? 'de la stratégie globale : choisissez à qui la confier.'
      : `du produit « ${subject.name} » : choisissez à qui le confier.`;
  return `${fullName(person)} est responsable ${ofWhat}`;
}

/** Whoever was attached to the deleted person goes to the person above. A loop in the data is cut. */
export function reattach(people: readonly TreeNode[], deletedId: string): TreeNode[] {
  const above = people.find((person) => person.id === deletedId)?.parentId ?? null;
  return people
    .filter((person) => person.parentId === deletedId && person.id !== deletedId)
    .map(({ id }) => ({ id, parentId: above === deletedId || above === id ? null : above }));
}
