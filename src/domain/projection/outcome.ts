import type { ApplicableCriterion } from '../applicability/applicable.ts';
import type { Answers } from '../referential/level.ts';
import { latest, type Month } from './month.ts';
import { isBelowRecommended, type Plan, plannedMonth } from './plan.ts';

export type Outcome =
  /** Nothing is below what is recommended. */
  | { readonly kind: 'already' }
  /** J4: "Atteint le 2023-01 pour ..." */
  | { readonly kind: 'reached'; readonly month: Month }
  /** "Non atteint": these have no month, or a target that is not applicable. */
  | { readonly kind: 'not-reached'; readonly codes: readonly string[] };

/** J4: the month by which the last criterion is planned to reach its recommended level. */
export function outcome(criteria: readonly ApplicableCriterion[], answers: Answers, plan: Plan): Outcome {
  const months: Month[] = [];
  const codes: string[] = [];
  for (const criterion of criteria) {
    const answer = answers[criterion.code];
    if (answer !== undefined && !isBelowRecommended(criterion, answer)) continue;
    const month = plannedMonth(criterion, plan, answers);
    // S4: what is not evaluated can't be said to be reached.
    if (month === null) codes.push(criterion.code);
    else months.push(month);
  }
  if (codes.length > 0) return { kind: 'not-reached', codes };
  const month = latest(months);
  return month === null ? { kind: 'already' } : { kind: 'reached', month };
}
