import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import { attainment } from '../../domain/attainment.ts';
import type { Answered } from '../../domain/enrolment/work.ts';
import { type Grade, gradeOf } from '../../domain/referential/level.ts';
import type { CriteriaQuestionnaire } from '../../domain/referential/questionnaire.ts';
import { gradeWords, natures } from '../../library/words.ts';
import type { Table } from './sheets.ts';

type Kind = CriteriaQuestionnaire['kind'];

/** Q9: one row for each applicable criterion. What is unanswered is empty (S4). */
export function criteriaTable(
  kind: Kind,
  criteria: readonly ApplicableCriterion[],
  { answers, evidence }: Answered,
): Table {
  const short = new Set(attainment(criteria, answers).shortfalls.map(({ code }) => code));
  return {
    columns: [
      ...placeColumns,
      { header: 'Réponse', width: 26 },
      { header: 'Niveau recommandé', width: 20 },
      { header: 'Niveaux acceptés', width: 28 },
      { header: 'Atteint', width: 10 },
      { header: 'Commentaire', width: 60 },
    ],
    rows: criteria.map((criterion) => {
      const { code, recommended, accepted } = criterion;
      const answer = answers[code];
      return [
        ...placeOf(criterion),
        answer === undefined ? null : answerWords(kind, gradeOf(answer)),
        answerWords(kind, recommended),
        accepted === null ? null : accepted.map((grade) => shortWords(kind, grade)).join(', '),
        answer === undefined || accepted === null ? null : short.has(code) ? 'Non' : 'Oui',
        evidence.comments[code] || null,
      ];
    }),
  };
}

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
