import type { ApplicableCriterion } from '../applicability/applicable.ts';
import type { Answers } from '../referential/level.ts';
import { type Plan, plannedLevels } from './plan.ts';

export interface CarryOver {
  readonly plan: Plan;
  /** The criteria whose target was dropped or shortened, to be read again. */
  readonly revised: readonly string[];
}

/** J5: after a new evaluation, what was planned above the levels now reached still holds; the rest falls. */
export function carryOver(plan: Plan, criteria: readonly ApplicableCriterion[], answers: Answers): CarryOver {
  const asked = new Set(criteria.map(({ code }) => code));
  const kept: Record<string, Plan[string]> = {};
  const revised: string[] = [];
  for (const [code, target] of Object.entries(plan)) {
    const answer = answers[code];
    if (!asked.has(code) || answer?.kind !== 'level') {
      revised.push(code);
      continue;
    }
    const above = plannedLevels(target, answer.level);
    kept[code] = { ...target, months: Object.fromEntries(above.map(({ level, month }) => [level, month])) };
    if (above.length < Object.keys(target.months).length) revised.push(code);
  }
  return { plan: kept, revised };
}
