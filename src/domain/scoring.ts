import type { ApplicableCriterion } from './applicability/applicable.ts';
import { type Answers, type Level, levels } from './referential/level.ts';

/** A mean kept as the fraction that it is: 2,9 must not become 3 by rounding. */
export interface Mean {
  readonly sum: number;
  /** At least 1: nothing to average is no mean at all, not 0. */
  readonly count: number;
}

export interface AxisScore extends Mean {
  readonly axis: string;
}

/** S1: the axes that have something to average, in the order that their criteria come. */
export type Radar = readonly AxisScore[];

/** S1: mandatory, applicable, answered with a level. N/A and unanswered are not averaged (S4). */
export function radar(criteria: readonly ApplicableCriterion[], answers: Answers): Radar {
  return radarOf(criteria, ({ code }) => {
    const answer = answers[code];
    return answer?.kind === 'level' ? answer.level : null;
  });
}

/** Q8: where the answers would be at the levels that the Doctrine recommends. What is answered N/A is left out of both. */
export function recommendedRadar(criteria: readonly ApplicableCriterion[], answers: Answers): Radar {
  return radarOf(criteria, ({ code, recommended }) => (answers[code]?.kind === 'na' ? null : recommended));
}

/** Q8: where they would be at the lowest levels that the démarche accepts. */
export function requiredRadar(criteria: readonly ApplicableCriterion[], answers: Answers): Radar {
  return radarOf(criteria, ({ code, accepted }) =>
    answers[code]?.kind === 'na' ? null : (levels.find((level) => accepted?.includes(level)) ?? null),
  );
}

function radarOf(
  criteria: readonly ApplicableCriterion[],
  levelOf: (criterion: ApplicableCriterion) => Level | null,
): Radar {
  const axes = new Map<string, { axis: string; sum: number; count: number }>();
  for (const criterion of criteria) {
    const { axis, nature } = criterion;
    const level = axis === null || nature !== 'MANDATORY' ? null : levelOf(criterion);
    if (axis === null || level === null) continue;
    const score = axes.get(axis);
    if (score) {
      score.sum += level;
      score.count += 1;
    } else {
      axes.set(axis, { axis, sum: level, count: 1 });
    }
  }
  return [...axes.values()];
}

/** Where a mean is drawn: said, it is cut to a tenth (`tenths`). */
export function heightOf({ sum, count }: Mean): number {
  return sum / count;
}

/** S1: in tenths, never rounded up: 29 for 2,99. Whole numbers, so that no binary fraction loses a tenth. */
export function tenths({ sum, count }: Mean): number {
  return Math.floor((sum * 10) / count);
}

/** S1: the level wholly reached; 2,9 is yellow. */
export function levelReached({ sum, count }: Mean): Level {
  return levels[Math.floor(sum / count)] ?? 3;
}
