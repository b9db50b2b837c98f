import type { ApplicableCriterion } from '../applicability/applicable.ts';
import type { Answers } from '../referential/level.ts';
import { type Mean, type Radar, radar, recommendedRadar, requiredRadar, tenths } from '../scoring.ts';

/** What one axis is worth, and what it is compared with. */
export interface AxisResult {
  readonly axis: string;
  readonly validated: Mean | null;
  readonly draft: Mean | null;
  readonly recommended: Mean | null;
  readonly required: Mean | null;
}

/** What a results page shows. The draft is null when there is none; the last validated, before the first validation. */
export interface Compared {
  readonly criteria: readonly ApplicableCriterion[];
  readonly validated: Answers | null;
  readonly draft: Answers | null;
  /** The criteria as the démarche whose minimum is shown asks them; none where none has one. */
  readonly requiring: readonly ApplicableCriterion[];
}

/** Q8, S1: every axis of the questionnaire that a criterion asked belongs to, in its order; null where there is nothing to average. */
export function axisResults(
  axes: readonly { readonly id: string }[],
  { criteria, validated, draft, requiring }: Compared,
): readonly AxisResult[] {
  // What is answered N/A is left out of what it is compared with, as it is of the mean itself.
  const reference = validated ?? draft ?? {};
  const series = {
    validated: byAxis(validated === null ? [] : radar(criteria, validated)),
    draft: byAxis(draft === null ? [] : radar(criteria, draft)),
    recommended: byAxis(recommendedRadar(criteria, reference)),
    required: byAxis(requiredRadar(requiring, reference)),
  };
  const asked = new Set(criteria.map(({ axis }) => axis));
  return axes
    .filter(({ id }) => asked.has(id))
    .map(({ id }) => ({
      axis: id,
      validated: series.validated.get(id) ?? null,
      draft: series.draft.get(id) ?? null,
      recommended: series.recommended.get(id) ?? null,
      required: series.required.get(id) ?? null,
    }));
}

function byAxis(scores: Radar): ReadonlyMap<string, Mean> {
  return new Map(scores.map(({ axis, sum, count }) => [axis, { sum, count }]));
}

/** S1: nothing to average in any of them: no place in the drawing. */
export function isDrawn({ validated, draft, recommended, required }: AxisResult): boolean {
  return [validated, draft, recommended, required].some((mean) => mean !== null);
}

/** Q8: two values make a line, not a surface: their table says them. */
export function drawnAxes(rows: readonly AxisResult[]): readonly AxisResult[] | null {
  const drawn = rows.filter(isDrawn);
  return drawn.length < 3 ? null : drawn;
}

/** S1: how far one mean is above another, as both are shown: 2,0 is +3 tenths from 1,7, whatever was cut from them. */
export function gapTenths(mean: Mean, goal: Mean): number {
  return tenths(mean) - tenths(goal);
}

/** Compared whole: 2,33 does not reach 2,36, though both are shown as 2,3. */
export function reaches(mean: Mean, goal: Mean): boolean {
  return mean.sum * goal.count >= goal.sum * mean.count;
}

export type NotCounted = 'na' | 'optional' | 'recommended' | 'unanswered' | 'no-axis';

/** S1: the criteria that no mean counts, and why; in reading order. */
export function notCounted(
  criteria: readonly ApplicableCriterion[],
  answers: Answers,
): readonly { readonly code: string; readonly why: NotCounted }[] {
  return criteria.flatMap((criterion) => {
    const why = reason(criterion, answers);
    return why === null ? [] : [{ code: criterion.code, why }];
  });
}

function reason({ code, nature, axis }: ApplicableCriterion, answers: Answers): NotCounted | null {
  if (nature === 'OPTIONAL') return 'optional';
  if (nature === 'RECOMMENDED') return 'recommended';
  if (axis === null) return 'no-axis';
  const answer = answers[code];
  if (answer === undefined) return 'unanswered';
  return answer.kind === 'na' ? 'na' : null;
}
