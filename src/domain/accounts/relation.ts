import type { Person } from './person.ts';
import { isAbove, subtree, type TreeNode } from './tree.ts';

/** What somebody is to the person who asks: all that a right over people depends on. */
export type Relation = 'self' | 'below' | 'colleague' | 'stranger';

/** What a relation is read from. */
export type Member = Pick<Person, 'id' | 'parentId' | 'role' | 'companyId' | 'deletedAt'>;

type Asker = Pick<Person, 'id' | 'role' | 'companyId'>;

/**
 * A6. A Responsable is "below" nobody but a Responsable: else the Contributeur who created them could take back,
 * or delete, what only a Responsable gives.
 */
export function relationTo(actor: Asker, person: Omit<Member, 'parentId'>, people: readonly TreeNode[]): Relation {
  if (actor.id === person.id) return 'self';
  if (isStranger(actor, person)) return 'stranger';
  return !outranks(person, actor) && isAbove(people, actor.id, person.id) ? 'below' : 'colleague';
}

/** Everybody who is `below` the actor, in the order of `people`. */
export function peopleBelow<Known extends Member>(actor: Asker, people: readonly Known[]): Known[] {
  return subtree(people, actor.id).filter((person) => !isStranger(actor, person) && !outranks(person, actor));
}

function isStranger(actor: Asker, person: Omit<Member, 'parentId'>): boolean {
  return person.companyId === null || person.companyId !== actor.companyId || person.deletedAt !== null;
}

function outranks(person: Asker, actor: Asker): boolean {
  return person.role === 'RESPONSIBLE' && actor.role !== 'RESPONSIBLE';
}
