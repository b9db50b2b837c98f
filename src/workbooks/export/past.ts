import { citedSubject } from '../../domain/subjects/subject.ts';
import type { Sheet } from '../../exports/workbook.ts';
import { type Past, pastAxes } from '../../results/past.ts';
import { requiringOf, type Scored } from '../../results/scored.ts';
import { answersSheet } from './answers.ts';
import { pictureOf } from './picture.ts';
import { summarySheet } from './summary.ts';
import { toldThen } from './told.ts';

/** Q9: one validated response, in the words of the version that it answers. */
export async function pastSheets({ sheet, askings }: Scored, past: Past, now: Date): Promise<readonly Sheet[]> {
  const { response, questionnaire, answered, counted } = past;
  const { criteria } = counted;
  // As it was that day: the other démarches are those of today, and are left out; this one was open.
  const here = askings
    .filter(({ demarche }) => demarche === sheet.demarche.id)
    .map((one) => ({ ...one, criteria, closed: null }));
  const axes = pastAxes(past, requiringOf({ askings: here })?.criteria ?? []);
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
