import { type Candidate, handOverCandidates } from '../accounts/hand-over.ts';
import type { Person } from '../accounts/person.ts';
import { conversionProblem } from './conversion.ts';
import { canOn } from './rights.ts';
import type { ProductType, Subject } from './subject.ts';

/** P5, P7: why this person can't give a product another type; null when they can. `options`: how many have it as their core. */
export function retypingProblem(actor: Person, subject: Subject, options: number): string | null {
  if (!canOn(actor, 'convert', subject)) {
    return 'Seuls son responsable et les Responsables de l’entreprise peuvent changer le type du produit.';
  }
  return conversionProblem(subject, other(subject.product?.type ?? 'CORE'), options);
}

/** P5, A7: who may be responsible once its identification is changed: whoever is, and whoever it may be handed over to. */
export function responsibleChoices(actor: Person, subject: Subject, people: readonly Person[]): readonly Candidate[] {
  const current = people.filter(({ id }) => id === subject.responsibleId);
  const candidates = canOn(actor, 'handOver', subject)
    ? handOverCandidates(actor, subject, subject.responsibleId, people)
    : [];
  const offered = subject.kind === 'PRODUCT' ? candidates : candidates.filter(({ getsAccess }) => !getsAccess);
  return [...current.map((person) => ({ person, getsAccess: false })), ...offered];
}

function other(type: ProductType): ProductType {
  return type === 'CORE' ? 'OPTION' : 'CORE';
}
