import { fullName, type Person } from './person.ts';
import { atTheTop, type TreeNode } from './tree.ts';

type Candidate = TreeNode & Pick<Person, 'role' | 'firstName' | 'lastName' | 'hasPassword' | 'deletedAt'>;

/** A6: why this person cannot be put above everybody else in the company; null when they can. */
export function successionProblem(person: Candidate, people: readonly Candidate[]): string | null {
  const name = fullName(person);
  if (person.deletedAt !== null) return `Le compte de ${name} est supprimé.`;
  if (!person.hasPassword)
    return `${name} n’a pas encore choisi son mot de passe\u00a0: l’entreprise resterait sans personne.`;
  const tops = atTheTop(people);
  const already = person.role === 'RESPONSIBLE' && tops.every(({ id }) => id === person.id);
  return already ? `${name} est déjà le Responsable auquel toute l’entreprise est rattachée.` : null;
}

/** Whoever may be designated, by name. */
export function successors<Known extends Candidate>(people: readonly Known[]): Known[] {
  return people
    .filter((person) => successionProblem(person, people) === null)
    .sort((a, b) => fullName(a).localeCompare(fullName(b), 'fr'));
}

/**
 * What a decision about who is at the top was made from: of two made at once, the second was made from a company that
 * has changed.
 */
export function seenAtTheTop(people: readonly TreeNode[]): string {
  return atTheTop(people)
    .map(({ id }) => id)
    .sort()
    .join(' ');
}
