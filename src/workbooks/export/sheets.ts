import type { ReachedSheet } from '../../answers/reach.ts';
import { nothingSaid } from '../../domain/answers/draft.ts';
import type { Referential } from '../../domain/referential/referential.ts';
import { axisResults } from '../../domain/results/axes.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import type { Sheet } from '../../exports/workbook.ts';
import { requiringOf, type Scored, scoredOf } from '../../results/scored.ts';
import { markText, writtenOf } from '../written.ts';
import { fillableSheet, listsSheet } from './answers.ts';
import { type CountedResponse, historySheet } from './history.ts';
import { levelsSheet } from './levels.ts';
import { pictureOf } from './picture.ts';
import { readMeSheet } from './read-me.ts';
import { summarySheet } from './summary.ts';
import { type Told, toldNow } from './told.ts';

/** Q9: one questionnaire: how to fill it in, its answers, its results, and what was validated before. */
export async function answersSheets(
  referential: Referential,
  sheet: ReachedSheet,
  history: readonly CountedResponse[],
  now: Date,
): Promise<readonly Sheet[]> {
  const scored = scoredOf(referential, sheet);
  const { questionnaire } = scored;
  const told = toldNow(sheet, questionnaire.kind);
  return [
    readMeSheet(scored, now),
    fillableSheet(told, ({ code }) => markOf(sheet, told, code)),
    ...(questionnaire.kind === 'maturity' ? [levelsSheet(sheet.criteria)] : []),
    await resultsSheet(scored, now),
    historySheet(scored, history),
    ...(told.options.size > 0 ? [listsSheet(told)] : []),
  ];
}

async function resultsSheet(scored: Scored, now: Date): Promise<Sheet> {
  const { sheet, questionnaire, validated, draft } = scored;
  const axes = axisResults(questionnaire.axes, {
    criteria: sheet.criteria,
    validated: validated?.answers ?? null,
    draft: draft?.answers ?? null,
    requiring: requiringOf(scored)?.criteria ?? [],
  });
  const picture = await pictureOf({
    title: `${sheet.title} – ${citedSubject(sheet.subject)}`,
    axes: questionnaire.axes,
    rows: axes,
    validatedAt: sheet.validated?.validatedAt ?? null,
  });
  return summarySheet(scored, axes, picture, now);
}

function markOf({ subject, demarche, questionnaire, options }: ReachedSheet, told: Told, code: string): string {
  const references = new Map(options.map(({ id, reference }) => [id, reference]));
  const shown = writtenOf(told.answers.get(code) ?? nothingSaid, told.covered.has(code), references);
  return markText({ reference: subject.reference, demarche: demarche.id, slug: questionnaire.id }, shown);
}
