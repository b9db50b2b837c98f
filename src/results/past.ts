import type { ReachedSheet } from '../answers/reach.ts';
import type { ValidatedResponse } from '../domain/answers/carried.ts';
import type { ApplicableCriterion } from '../domain/applicability/applicable.ts';
import { answeredIn } from '../domain/enrolment/frozen.ts';
import type { Answered } from '../domain/enrolment/work.ts';
import type { CriteriaQuestionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { type AxisResult, axisResults } from '../domain/results/axes.ts';
import { type Counted, type Counting, countedThen } from '../domain/results/past.ts';

/** What one démarche made of a past response. */
export interface PastResult extends Pick<Counted, 'attained' | 'shortfalls'> {
  readonly demarche: string;
}

/** One validated response, as it was, and as this démarche asked it: on its page, and in its workbook. */
export interface Past {
  readonly sheet: ReachedSheet;
  readonly response: ValidatedResponse;
  /** The version that it answers. */
  readonly questionnaire: CriteriaQuestionnaire;
  readonly answered: Answered;
  readonly counted: Counted;
  /** Of this démarche, and of the others that kept theirs. */
  readonly results: readonly PastResult[];
}

export function pastOf(
  referential: Referential,
  sheet: ReachedSheet,
  response: ValidatedResponse,
  questionnaire: CriteriaQuestionnaire,
): Past {
  const { frozen } = response;
  const counted = countedThen(countingOf(referential, sheet), questionnaire, frozen);
  const { results = [] } = frozen;
  const here: PastResult = { ...counted, demarche: sheet.demarche.id };
  return {
    sheet,
    response,
    questionnaire,
    answered: answeredIn(frozen),
    counted,
    results: counted.kept ? results : [here, ...results],
  };
}

/** This démarche, as it counts what was validated before. */
export function countingOf({ questions }: Referential, { demarche, entry, subject }: ReachedSheet): Counting {
  return { questions, demarche: demarche.id, entry, declared: subject.declared };
}

/** S1: the means of that day, beside what they are compared with. `requiring`: whose minimum is shown; none where none is. */
export function pastAxes(
  { questionnaire, counted: { criteria, radar }, answered: { answers } }: Past,
  requiring: readonly ApplicableCriterion[],
): readonly AxisResult[] {
  const rows = axisResults(questionnaire.axes, { criteria, validated: answers, draft: null, requiring });
  const means = new Map(radar.map(({ axis, sum, count }) => [axis, { sum, count }]));
  return rows.map((row) => ({ ...row, validated: means.get(row.axis) ?? null }));
}
