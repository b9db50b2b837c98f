import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import type { Grade } from '../../domain/referential/level.ts';
import type { CriteriaQuestionnaire } from '../../domain/referential/questionnaire.ts';
import { gradeWords, natures } from '../../library/words.ts';
import type { Table } from './sheets.ts';

type Kind = CriteriaQuestionnaire['kind'];

export const placeColumns: Table['columns'] = [
  { header: 'Section', width: 36 },
  { header: 'Code', width: 12 },
  { header: 'Critère', width: 44 },
  { header: 'Nature', width: 16 },
];

export function placeOf({ sections, code, criterion, nature }: ApplicableCriterion): readonly string[] {
  const path = sections.map((section) => `${section.code} ${section.title}`).join(' › ');
  return [path, code, criterion.title, natures[nature]];
}

/** “Niveau 2, jaune, moyen”; Q5: “Conforme”. */
export function answerWords(kind: Kind, grade: Grade): string {
  if (kind === 'compliance') return shortWords(kind, grade);
  const { name, meaning } = gradeWords[grade];
  return `${name}, ${meaning}`;
}

/** “Niveau 2”; Q5: “Conforme”. */
export function shortWords(kind: Kind, grade: Grade): string {
  if (kind === 'maturity') return gradeWords[grade].name;
  if (grade === 'na') return 'Non applicable';
  return grade === 0 ? 'Non conforme' : 'Conforme';
}
