import type { ApplicableCriterion } from './applicability/applicable.ts';
import { type Answer, type Answers, type Grade, gradeOf } from './referential/level.ts';

/** A criterion that keeps the questionnaire from being attained. */
export interface Shortfall {
  readonly code: string;
  /** null: unanswered, which attains nothing (S4). */
  readonly answer: Answer | null;
  readonly accepted: readonly Grade[];
  /** How many levels to climb; null where no level that is accepted lies above. */
  readonly levelsShort: number | null;
}

export interface Attainment {
  readonly attained: boolean;
  /** In reading order. */
  readonly shortfalls: readonly Shortfall[];
}

/** S2, S3: every applicable criterion that is given accepted levels is answered with one of them. */
export function attainment(criteria: readonly ApplicableCriterion[], answers: Answers): Attainment {
  const shortfalls: Shortfall[] = [];
  for (const { code, accepted } of criteria) {
    const answer = answers[code] ?? null;
    if (accepted === null || (answer !== null && accepted.includes(gradeOf(answer)))) continue;
    shortfalls.push({ code, answer, accepted, levelsShort: levelsShort(answer, accepted) });
  }
  return { attained: shortfalls.length === 0, shortfalls };
}

/** S2: something is to be attained: a criterion is given accepted levels. */
export function requiresLevels(criteria: readonly Pick<ApplicableCriterion, 'accepted'>[]): boolean {
  return criteria.some(({ accepted }) => accepted !== null);
}

/** S2: attained or not, and what falls short, by code; null where nothing is to be attained. */
export function attainedBy(
  criteria: readonly ApplicableCriterion[],
  answers: Answers,
): { readonly attained: boolean | null; readonly shortfalls: readonly string[] } {
  const { attained, shortfalls } = attainment(criteria, answers);
  return { attained: requiresLevels(criteria) ? attained : null, shortfalls: shortfalls.map(({ code }) => code) };
}

/** N/A and unanswered have no height to climb from. */
function levelsShort(answer: Answer | null, accepted: readonly Grade[]): number | null {
  if (answer?.kind !== 'level') return null;
  const above = accepted.filter((grade) => grade !== 'na').filter((level) => level > answer.level);
  return above.length === 0 ? null : Math.min(...above) - answer.level;
}
