import type { ApplicableCriterion } from '../domain/applicability/applicable.ts';
import type { Answers, Grade } from '../domain/referential/level.ts';
import { type Distribution, distribution, sectionDistributions } from '../domain/results/distribution.ts';
import type { LevelsModel } from './models.ts';
import { gradeModel } from './words.ts';

const maturityGrades: readonly Grade[] = [3, 2, 1, 0, 'na'];
const complianceGrades: readonly Grade[] = [3, 0, 'na'];

/** Q8: how many criteria have each level, in each of these responses. */
export function maturityLevels(
  criteria: readonly ApplicableCriterion[],
  responses: readonly { readonly label: string; readonly answers: Answers }[],
): LevelsModel {
  return {
    caption: 'Nombre de critères par niveau',
    heading: 'Réponse',
    columns: maturityGrades.map((grade) => gradeModel('maturity', grade)),
    rows: responses.map(({ label, answers }) => rowOf(label, distribution(criteria, answers), maturityGrades)),
  };
}

/** Q8: where there are no axes: how many requirements are met, section by section. */
export function complianceLevels(criteria: readonly ApplicableCriterion[], answers: Answers): LevelsModel {
  const sections = sectionDistributions(criteria, answers);
  return {
    caption: 'Nombre d’exigences conformes, non conformes et non applicables, par section',
    heading: 'Section',
    columns: complianceGrades.map((grade) => gradeModel('compliance', grade)),
    rows: [
      ...sections.map((section) => rowOf(section.title, section.distribution, complianceGrades)),
      rowOf('Ensemble', distribution(criteria, answers), complianceGrades),
    ],
  };
}

function rowOf(
  label: string,
  { counts, unanswered }: Distribution,
  grades: readonly Grade[],
): LevelsModel['rows'][number] {
  const shown = grades.map((grade) => counts[grade]);
  return { label, counts: shown, unanswered, total: shown.reduce((sum, count) => sum + count, unanswered) };
}
