import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import { grades } from '../../domain/referential/level.ts';
import type { Sheet } from '../../exports/workbook.ts';
import { gradeWords } from '../../library/words.ts';

/** What is true of a product at each level: what one chooses from, off line. */
export function levelsSheet(criteria: readonly ApplicableCriterion[]): Sheet {
  return {
    name: 'Niveaux',
    columns: [
      { header: 'Code', width: 12 },
      { header: 'Critère', width: 36 },
      { header: 'Objectif', width: 44 },
      ...grades.map((grade) => ({ header: `${gradeWords[grade].name}, ${gradeWords[grade].meaning}`, width: 40 })),
    ],
    rows: criteria.flatMap(({ code, criterion }) =>
      criterion.kind === 'compliance'
        ? []
        : [
            [
              code,
              criterion.title,
              criterion.objective,
              ...grades.map((grade) => (grade === 'na' ? (criterion.na ?? 'Non proposé') : criterion.levels[grade])),
            ],
          ],
    ),
  };
}
