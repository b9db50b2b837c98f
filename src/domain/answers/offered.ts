import { offeredGrades } from '../referential/criterion.ts';
import { gradeOf } from '../referential/level.ts';
import type { Criterion } from '../referential/questionnaire.ts';
import type { Said } from './draft.ts';

/** Q2: why nobody can have answered that on the page: what it does not offer would not be undone there either. Null: it is offered. */
export function offeredProblem(criterion: Criterion, { answer, dependsOnOption, optionId }: Said): string | null {
  if (answer !== null && !offeredGrades(criterion).includes(gradeOf(answer))) {
    return `Le critère ${criterion.code} n’offre pas cette réponse.`;
  }
  if ((dependsOnOption || optionId !== null) && !criterion.mayDependOnOption) {
    return `Le critère ${criterion.code} ne peut pas dépendre d’un produit option.`;
  }
  return null;
}
