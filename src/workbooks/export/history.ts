import type { ValidatedResponse } from '../../domain/answers/carried.ts';
import type { Counted } from '../../domain/results/past.ts';
import { dayOf } from '../../exports/day.ts';
import type { Row, Sheet } from '../../exports/workbook.ts';
import type { Scored } from '../../results/scored.ts';
import { meanCell } from './summary.ts';

/** A validated response, as this démarche counts it. */
export interface CountedResponse extends Pick<Counted, 'radar' | 'attained' | 'shortfalls'> {
  readonly response: ValidatedResponse;
}

/** « Historique »: each validated response, as this démarche counted it that day. */
export function historySheet({ questionnaire: { axes } }: Scored, history: readonly CountedResponse[]): Sheet {
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
    rows: history.map(({ response, attained, shortfalls, radar }): Row => {
      const { number, validatedAt, validatedBy, frozen } = response;
      return [
        number,
        dayOf(validatedAt),
        validatedBy,
        Object.keys(frozen.answers ?? {}).length,
        attained === null ? null : attained ? 'Oui' : 'Non',
        attained === null ? null : shortfalls.length,
        ...axes.map(({ id }) => meanCell(radar.find(({ axis }) => axis === id) ?? null)),
      ];
    }),
  };
}
