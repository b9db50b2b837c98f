import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import type { Month } from '../../domain/projection/month.ts';
import type { Plan } from '../../domain/projection/plan.ts';
import { roadmap } from '../../domain/projection/roadmap.ts';
import type { Answers, Level } from '../../domain/referential/level.ts';
import { answerWords, placeColumns, placeOf } from './criteria.ts';
import type { Table } from './sheets.ts';

const planned: readonly Level[] = [1, 2, 3];

/** J5: the roadmap as rows: for each criterion answered with a level, the months of the levels above it. */
export function projectionTable(criteria: readonly ApplicableCriterion[], answers: Answers, plan: Plan): Table {
  return {
    columns: [
      ...placeColumns,
      { header: 'Niveau validé', width: 24 },
      { header: 'Niveau recommandé', width: 24 },
      ...planned.map((level) => ({ header: `Niveau\u00a0${level} prévu`, width: 16, format: 'mm/yyyy' })),
      { header: 'Cible non applicable', width: 14 },
      { header: 'Commentaire', width: 60 },
    ],
    rows: roadmap(criteria, answers, plan).map(({ criterion, present, steps, notApplicable }) => [
      ...placeOf(criterion),
      answerWords('maturity', present),
      answerWords('maturity', criterion.recommended),
      ...planned.map((level) => {
        const step = steps.find((one) => one.level === level);
        return step === undefined ? null : firstDay(step.month);
      }),
      notApplicable ? 'Oui' : null,
      plan[criterion.code]?.comment || null,
    ]),
  };
}

function firstDay(month: Month): Date {
  return new Date(`${month}-01T00:00:00Z`);
}
