import { type ApplicableCriterion, applicableCriteria } from '../applicability/applicable.ts';
import { scopeOf } from '../applicability/scope.ts';
import { attainedBy } from '../attainment.ts';
import { answeredIn, type Frozen, type FrozenResult } from '../enrolment/frozen.ts';
import { type DeclaredAnswers, profileOf } from '../profile/profile.ts';
import type { Questions } from '../profile/questions.ts';
import type { Entry } from '../referential/demarche.ts';
import type { CriteriaQuestionnaire, Criterion } from '../referential/questionnaire.ts';
import { placedCriteria } from '../referential/walk.ts';
import { type Radar, radar } from '../scoring.ts';

/** Who counts a validated response: a démarche, and what it asks today. */
export interface Counting {
  readonly questions: Questions;
  readonly demarche: string;
  readonly entry: Entry;
  /** What is declared of the subject today. */
  readonly declared: DeclaredAnswers;
}

/** A validated response, as one démarche counts it. */
export interface Counted {
  readonly criteria: readonly ApplicableCriterion[];
  readonly radar: Radar;
  /** S2; null where it gives no accepted levels. */
  readonly attained: boolean | null;
  readonly shortfalls: readonly string[];
  /** Q4: it was found on the day of the validation; false: it is computed from what was answered. */
  readonly kept: boolean;
}

/** Q4: that day's result is kept. None was kept for a démarche joined since, nor in documents older than results. */
export function keptResult({ results = [] }: Partial<Frozen>, demarche: string): FrozenResult | null {
  return results.find((one) => one.demarche === demarche) ?? null;
}

/**
 * Q4, Q9: on a page as in a workbook. What is not kept is what the démarche would have asked: of the profile of that day, in the version
 * that was answered. `questionnaire` is that version.
 */
export function countedThen(
  counting: Counting,
  questionnaire: CriteriaQuestionnaire,
  frozen: Partial<Frozen>,
): Counted {
  const kept = keptResult(frozen, counting.demarche);
  if (kept !== null) return { ...kept, criteria: keptCriteria(questionnaire, kept), kept: true };
  const { questions, entry, declared } = counting;
  // Documents older than the profile that they keep say nothing of it.
  const then = frozen.declared ?? {};
  const profile = profileOf(questions, Object.keys(then).length === 0 ? declared : then);
  const criteria = applicableCriteria(scopeOf(questionnaire, entry), profile);
  const { answers } = answeredIn(frozen);
  return { criteria, radar: radar(criteria, answers), ...attainedBy(criteria, answers), kept: false };
}

/** Nature and levels as they were kept; the words, as the version says them. */
function keptCriteria({ sections }: CriteriaQuestionnaire, { criteria }: FrozenResult): readonly ApplicableCriterion[] {
  const placed = new Map(placedCriteria<Criterion>(sections).map((one) => [one.criterion.code, one]));
  return criteria.flatMap((kept) => {
    const place = placed.get(kept.code);
    return place === undefined ? [] : [{ ...place, ...kept }];
  });
}
