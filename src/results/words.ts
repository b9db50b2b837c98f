import { formatTenths } from '../domain/french/numbers.ts';
import type { Grade } from '../domain/referential/level.ts';
import type { CriteriaQuestionnaire, Criterion } from '../domain/referential/questionnaire.ts';
import { levelReached, type Mean, tenths } from '../domain/scoring.ts';
import { gradeWords } from '../library/words.ts';
import type { GradeModel, ValueModel } from './models.ts';

type Kind = CriteriaQuestionnaire['kind'];

const complianceWords = { na: 'Non applicable', 0: 'Non conforme', 3: 'Conforme' } as const;

/** “Niveau 2”; Q5: “Conforme”. */
export function shortGrade(kind: Kind, grade: Grade): string {
  if (kind === 'compliance' && grade !== 1 && grade !== 2) return complianceWords[grade];
  return gradeWords[grade].name;
}

/** Within a sentence: “niveau 2”, “N/A”, “conforme”. */
export function withinGrade(kind: Kind, grade: Grade): string {
  const words = shortGrade(kind, grade);
  return words === 'N/A' ? words : words.toLowerCase();
}

export function gradeModel(kind: Kind, grade: Grade | null): GradeModel {
  const levels = { na: 'na', 0: '0', 1: '1', 2: '2', 3: '3' } as const;
  return {
    level: grade === null ? null : levels[grade],
    words: grade === null || kind === 'maturity' ? null : shortGrade(kind, grade),
  };
}

/** What is true of the product at the level that was chosen. */
export function wordingOf(criterion: Criterion, grade: Grade | null): string {
  if (grade === null) return '';
  if (criterion.kind === 'compliance') return '';
  return (grade === 'na' ? criterion.na : criterion.levels[grade]) ?? '';
}

/** S1: one decimal, never rounded up; the level wholly reached. */
export function valueModel(mean: Mean | null): ValueModel | null {
  return mean === null ? null : { level: String(levelReached(mean)), text: formatTenths(tenths(mean) / 10) };
}

/** “+0,5”, “−0,3”; empty for nothing. */
export function signedTenths(gap: number): string {
  if (gap === 0) return '';
  return `${gap < 0 ? '−' : '+'}${formatTenths(Math.abs(gap) / 10)}`;
}
