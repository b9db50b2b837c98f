import type { ReachedSheet } from '../answers/reach.ts';
import { type ApplicableCriterion, applicableCriteria } from '../domain/applicability/applicable.ts';
import { scopeOf } from '../domain/applicability/scope.ts';
import { attainment } from '../domain/attainment.ts';
import { answeredIn, type FrozenResult } from '../domain/enrolment/frozen.ts';
import type { Answered } from '../domain/enrolment/work.ts';
import { profileOf } from '../domain/profile/profile.ts';
import type { CriteriaQuestionnaire, Criterion } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { placedCriteria } from '../domain/referential/walk.ts';
import { hasLevels } from './scored.ts';
import type { PastResponse } from './store.ts';

/** What one démarche made of a past response. */
export interface PastResult {
  readonly demarche: string;
  /** S2; null where it gave no accepted levels. */
  readonly attained: boolean | null;
  readonly shortfalls: readonly string[];
}

/** One validated response, as it was, and as this démarche asked it. */
export interface Past {
  readonly sheet: ReachedSheet;
  readonly response: PastResponse;
  /** The version that it answers. */
  readonly questionnaire: CriteriaQuestionnaire;
  readonly criteria: readonly ApplicableCriterion[];
  readonly answered: Answered;
  readonly results: readonly PastResult[];
  /** Q4: this démarche's scores were not kept that day: they are computed from what was answered. */
  readonly computed: boolean;
}

export function pastOf(
  { questions }: Referential,
  sheet: ReachedSheet,
  response: PastResponse,
  questionnaire: CriteriaQuestionnaire,
): Past {
  const { frozen } = response;
  const { results = [] } = frozen;
  const kept = results.find(({ demarche }) => demarche === sheet.demarche.id);
  const answered = answeredIn(frozen);
  const about = { sheet, response, questionnaire, answered };
  if (kept !== undefined) return { ...about, criteria: keptCriteria(questionnaire, kept), results, computed: false };
  const declared = Object.keys(frozen.declared ?? {}).length === 0 ? sheet.subject.declared : frozen.declared;
  const profile = profileOf(questions, declared ?? {});
  const criteria = applicableCriteria(scopeOf(questionnaire, sheet.entry), profile);
  const { attained, shortfalls } = attainment(criteria, answered.answers);
  const result = {
    demarche: sheet.demarche.id,
    attained: criteria.some(hasLevels) ? attained : null,
    shortfalls: shortfalls.map(({ code }) => code),
  };
  return { ...about, criteria, results: [result, ...results], computed: true };
}

/** Nature and levels as they were kept; the words, as the version says them. */
function keptCriteria({ sections }: CriteriaQuestionnaire, { criteria }: FrozenResult): readonly ApplicableCriterion[] {
  const placed = new Map(placedCriteria<Criterion>(sections).map((one) => [one.criterion.code, one]));
  return criteria.flatMap((kept) => {
    const place = placed.get(kept.code);
    return place === undefined ? [] : [{ ...place, ...kept }];
  });
}
