import type { ApplicableCriterion } from '../applicability/applicable.ts';
import { type Answers, type Level, levels } from '../referential/level.ts';
import type { Month } from './month.ts';
import { isBelowRecommended, noTarget, type Plan, plannedLevels, plannedMonth, type Target } from './plan.ts';

/** What is wrong with a plan, so that a sentence and a link can be made of it. */
export type PlanProblem =
  | { readonly kind: 'past' | 'not-above' | 'earlier-than-lower'; readonly code: string; readonly level: Level }
  | { readonly kind: 'no-target' | 'no-comment' | 'months-left'; readonly code: string };

/** J2: what even a draft may not hold. */
export function monthProblems(
  criteria: readonly ApplicableCriterion[],
  answers: Answers,
  plan: Plan,
  now: Month,
): readonly PlanProblem[] {
  return criteria.flatMap(({ code }) => {
    const answer = answers[code];
    const target = plan[code];
    if (!target || answer?.kind !== 'level') return [];
    return [...below(code, target, answer.level), ...disordered(code, target, answer.level, now)];
  });
}

function below(code: string, { months }: Target, present: Level): readonly PlanProblem[] {
  return levels
    .filter((level) => level <= present && months[level] !== undefined)
    .map((level) => ({ kind: 'not-above', code, level }));
}

function disordered(code: string, target: Target, present: Level, now: Month): readonly PlanProblem[] {
  const planned = plannedLevels(target, present);
  return planned.flatMap(({ level, month }, index): PlanProblem[] => {
    if (month < now) return [{ kind: 'past', code, level }];
    const lower = planned[index - 1];
    return lower && month < lower.month ? [{ kind: 'earlier-than-lower', code, level }] : [];
  });
}

/** J3: what keeps a projection from being validated, besides its months. */
export function planProblems(
  criteria: readonly ApplicableCriterion[],
  answers: Answers,
  plan: Plan,
): readonly PlanProblem[] {
  return criteria.flatMap((criterion): PlanProblem[] => {
    const { code } = criterion;
    const { notApplicable, comment, months } = plan[code] ?? noTarget;
    if (notApplicable) {
      return [
        ...(comment.trim() === '' ? [{ kind: 'no-comment', code } as const] : []),
        ...(Object.keys(months).length > 0 ? [{ kind: 'months-left', code } as const] : []),
      ];
    }
    if (!isBelowRecommended(criterion, answers[code])) return [];
    return plannedMonth(criterion, plan, answers) === null ? [{ kind: 'no-target', code }] : [];
  });
}
