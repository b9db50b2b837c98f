import type { ValidatedResponse } from '../../domain/answers/carried.ts';
import { attainment } from '../../domain/attainment.ts';
import { answeredIn } from '../../domain/enrolment/frozen.ts';
import { radar } from '../../domain/scoring.ts';
import { dayOf } from '../../exports/day.ts';
import type { Row, Sheet } from '../../exports/workbook.ts';
import type { Scored } from '../../results/scored.ts';
import { meanCell } from './summary.ts';

/** « Historique »: each validated response, as this démarche counted it that day. */
export function historySheet({ sheet, questionnaire }: Scored, responses: readonly ValidatedResponse[]): Sheet {
  const { axes } = questionnaire;
  return {
    name: 'Historique',
    columns: [
      { header: 'Numéro', width: 10 },
      { header: 'Validée le', width: 14, format: 'dd/mm/yyyy' },
      { header: 'Validée par', width: 28 },
      { header: 'Critères répondus', width: 12 },
      { header: 'Atteint', width: 10 },
      { header: 'Critères à relever', width: 12 },
      ...axes.map(({ title }) => ({ header: title, width: 18 })),
    ],
    rows: responses.map((response): Row => {
      const { number, validatedAt, validatedBy, frozen } = response;
      const { attained, shortfalls, means } = countedThen(sheet, response);
      return [
        number,
        dayOf(validatedAt),
        validatedBy,
        Object.keys(frozen.answers ?? {}).length,
        attained === null ? null : attained ? 'Oui' : 'Non',
        attained === null ? null : shortfalls,
        ...axes.map(({ id }) => meanCell(means.find(({ axis }) => axis === id) ?? null)),
      ];
    }),
  };
}

/** As it was frozen; a document older than that is counted with the criteria of today. */
function countedThen({ demarche, criteria }: Scored['sheet'], { frozen }: ValidatedResponse) {
  const result = frozen.results?.find((one) => one.demarche === demarche.id);
  if (result !== undefined) {
    return { attained: result.attained, shortfalls: result.shortfalls.length, means: result.radar };
  }
  const { answers } = answeredIn(frozen);
  const { attained, shortfalls } = attainment(criteria, answers);
  const levels = criteria.some(({ accepted }) => accepted !== null);
  return { attained: levels ? attained : null, shortfalls: shortfalls.length, means: radar(criteria, answers) };
}
