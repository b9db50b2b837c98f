import type { ReachedSheet } from '../../answers/reach.ts';
import type { ValidatedResponse } from '../../domain/answers/carried.ts';
import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import { answeredIn, type FrozenResult } from '../../domain/enrolment/frozen.ts';
import type { CriteriaQuestionnaire, Criterion } from '../../domain/referential/questionnaire.ts';
import { placedCriteria } from '../../domain/referential/walk.ts';
import { axisResults } from '../../domain/results/axes.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import type { Sheet } from '../../exports/workbook.ts';
import { requiringOf, type Scored } from '../../results/scored.ts';
import { answersSheet } from './answers.ts';
import { pictureOf } from './picture.ts';
import { summarySheet } from './summary.ts';
import { toldThen } from './told.ts';

/** Q9: one validated response, in the words of the version that it answers. `response` is one of those of the sheet's subject. */
export async function pastSheets(
  { sheet, askings }: Scored,
  questionnaire: CriteriaQuestionnaire,
  response: ValidatedResponse,
  now: Date,
): Promise<readonly Sheet[]> {
  const criteria = criteriaThen(sheet, questionnaire, response);
  const answered = answeredIn(response.frozen);
  // As it was that day: the other démarches are those of today, and are left out.
  const here = askings.filter(({ demarche }) => demarche === sheet.demarche.id).map((one) => ({ ...one, criteria }));
  const axes = axisResults(questionnaire.axes, {
    criteria,
    validated: answered.answers,
    draft: null,
    requiring: requiringOf({ askings: here })?.criteria ?? [],
  });
  const picture = await pictureOf({
    title: `${sheet.title} – ${citedSubject(sheet.subject)}`,
    axes: questionnaire.axes,
    rows: axes,
    validatedAt: response.validatedAt,
  });
  const then: Scored = {
    sheet: { ...sheet, criteria, validated: response, draft: null },
    questionnaire,
    validated: answered,
    draft: null,
    shown: answered,
    askings: here,
  };
  return [summarySheet(then, axes, picture, now), answersSheet(toldThen(response, questionnaire.kind, criteria))];
}

/** The criteria that the démarche asked that day; of a document older than that, those of today. */
function criteriaThen(
  { demarche, criteria }: ReachedSheet,
  { sections }: CriteriaQuestionnaire,
  { frozen }: ValidatedResponse,
): readonly ApplicableCriterion[] {
  const result = frozen.results?.find((one) => one.demarche === demarche.id);
  if (result === undefined) return criteria;
  const asked = new Map(result.criteria.map((one) => [one.code, one]));
  return placedCriteria<Criterion>(sections).flatMap(({ criterion, sections: path, axis }) => {
    const one: FrozenResult['criteria'][number] | undefined = asked.get(criterion.code);
    return one === undefined ? [] : [{ ...one, axis: one.axis ?? axis, criterion, sections: path, when: null }];
  });
}
