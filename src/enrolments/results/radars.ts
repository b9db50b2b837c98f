import { applicableCriteria } from '../../domain/applicability/applicable.ts';
import { axisResults } from '../../domain/results/axes.ts';
import type { Sheet } from '../../exports/workbook.ts';
import { asksRecommended } from '../../results/scored.ts';
import { pictureOf } from '../../workbooks/export/picture.ts';
import { questionnaireTitle } from '../words.ts';
import type { Results } from './sheets.ts';

/** Right of the summary's columns. */
const ASIDE = 17;
/** More rows than a radar is high. */
const ROWS = 31;

/** The radar of each questionnaire that was validated, one under the other. */
export async function radarsOf(results: Results): Promise<NonNullable<Sheet['pictures']>> {
  const evaluated = results.items.filter(({ act }) => act === 'EVALUATION');
  const drawn = await Promise.all(evaluated.map(({ questionnaire }) => radarOf(results, questionnaire)));
  return drawn
    .filter((picture) => picture !== null)
    .map((picture, index) => ({ picture, row: 1 + index * ROWS, column: ASIDE }));
}

async function radarOf({ referential, demarche, profile, work, validations }: Results, questionnaire: string) {
  const scope = referential.scope(demarche.id, questionnaire);
  const validated = work.get(questionnaire)?.evaluation.validated ?? null;
  const row = validations.find((one) => one.questionnaire === questionnaire && one.act === 'EVALUATION');
  const entry = demarche.entries.find((one) => one.questionnaire === questionnaire);
  if (scope === null || validated === null || row === undefined || entry === undefined) return null;
  const { axes } = scope.questionnaire;
  const criteria = applicableCriteria(scope, profile);
  const requiring = asksRecommended(entry) ? [] : criteria;
  return pictureOf({
    title: questionnaireTitle(referential, demarche, questionnaire),
    axes,
    rows: axisResults(axes, { criteria, validated: validated.answers, draft: null, requiring }),
    validatedAt: row.validatedAt,
  });
}
