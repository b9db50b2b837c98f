import type { ApplicableCriterion } from '../../domain/applicability/applicable.ts';
import { attainment } from '../../domain/attainment.ts';
import { offeredGrades } from '../../domain/referential/criterion.ts';
import { type Answer, gradeOf } from '../../domain/referential/level.ts';
import type { Criterion } from '../../domain/referential/questionnaire.ts';
import { placeColumns, placeOf, shortWords } from '../../enrolments/results/criteria.ts';
import { dayOf } from '../../exports/day.ts';
import type { Column, Row, Sheet } from '../../exports/workbook.ts';
import { ANSWERS, headers, LISTS } from '../columns.ts';
import type { Told } from './told.ts';

/** Q9: one row for each applicable criterion, in reading order. What is unanswered is empty (S4). */
export function answersSheet(told: Told): Sheet {
  const columns = columnsOf(told);
  return {
    name: ANSWERS,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: told.criteria.map((criterion) => columns.map(({ cell }) => cell(criterion))),
  };
}

/** The same, to be filled in off line: what may be chosen is, and each row carries its mark, unseen. */
export function fillableSheet(told: Told, markOf: (criterion: ApplicableCriterion) => string): Sheet {
  const columns: readonly AnswerColumn[] = [
    ...columnsOf(told).map((column) => ({ ...column, choices: choicesOf(column.header, told) })),
    { header: headers.mark, width: 12, hidden: true, cell: markOf },
  ];
  return {
    name: ANSWERS,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: told.criteria.map((criterion) => columns.map(({ cell }) => cell(criterion))),
  };
}

/** The option products, that a cell may be chosen from. Hidden: it is for the lists that drop down. */
export function listsSheet({ options }: Told): Sheet {
  return {
    name: LISTS,
    hidden: true,
    columns: [{ header: headers.option, width: 40 }],
    rows: [...options.values()].map((words) => [words]),
  };
}

interface AnswerColumn extends Column {
  readonly cell: (criterion: ApplicableCriterion) => Row[number];
}

function columnsOf(told: Told): readonly AnswerColumn[] {
  const { kind, criteria, answers, answered, covered, proofs, options } = told;
  const short = new Set(attainment(criteria, answered.answers).shortfalls.map(({ code }) => code));
  const place = placeColumns.map((column, index) => ({
    ...column,
    cell: (criterion: ApplicableCriterion) => placeOf(criterion)[index] ?? null,
  }));
  const chosen: AnswerColumn =
    kind === 'maturity'
      ? {
          header: 'Libellé choisi',
          width: 50,
          cell: ({ code, criterion }) => wording(criterion, answered.answers[code]),
        }
      : { header: 'Exigence', width: 50, cell: ({ criterion }) => requirementOf(criterion) };
  const dependence: readonly AnswerColumn[] = [
    { header: headers.depends, width: 16, cell: ({ code }) => (answers.get(code)?.dependsOnOption ? 'Oui' : null) },
    { header: headers.option, width: 36, cell: ({ code }) => options.get(answers.get(code)?.optionId ?? '') ?? null },
  ];
  return [
    ...place,
    { header: headers.answer, width: 18, cell: ({ code }) => words(kind, answered.answers[code]) },
    chosen,
    { header: 'Niveau recommandé', width: 16, cell: ({ recommended }) => shortWords(kind, recommended) },
    {
      header: 'Niveaux acceptés',
      width: 22,
      cell: ({ accepted }) => accepted?.map((grade) => shortWords(kind, grade)).join(', ') ?? null,
    },
    {
      header: 'Atteint',
      width: 10,
      cell: ({ code, accepted }) =>
        accepted === null || answered.answers[code] === undefined ? null : short.has(code) ? 'Non' : 'Oui',
    },
    { header: headers.comment, width: 60, cell: ({ code }) => answers.get(code)?.comment || null },
    ...(kind === 'maturity' ? dependence : []),
    { header: 'Preuves', width: 40, cell: ({ code }) => proofs.get(code)?.join('\n') || null },
    { header: 'Section non applicable', width: 30, cell: ({ code }) => sectionWords(covered.get(code)) },
    { header: 'Répondu par', width: 24, cell: ({ code }) => answers.get(code)?.answeredBy || null },
    { header: 'Répondu le', width: 12, format: 'dd/mm/yyyy', cell: ({ code }) => dayAnswered(told, code) },
  ];
}

/** What each row may be filled in with. */
function choicesOf(header: string, { kind, criteria, options }: Told): readonly (string | null)[] {
  if (header === headers.answer) {
    return criteria.map(({ criterion }) => quoted(offeredGrades(criterion).map((grade) => shortWords(kind, grade))));
  }
  if (header === headers.depends) return criteria.map(() => quoted(['Oui', 'Non']));
  // Names hold commas: they are chosen from cells.
  if (header === headers.option && options.size > 0) return criteria.map(() => `${LISTS}!$A$2:$A$${options.size + 1}`);
  return [];
}

function quoted(words: readonly string[]): string {
  return `"${words.join(',')}"`;
}

function words(kind: Told['kind'], answer: Answer | undefined): string | null {
  return answer === undefined ? null : shortWords(kind, gradeOf(answer));
}

/** Q1: the wording of the level, as the questionnaire has it. */
function wording(criterion: Criterion, answer: Answer | undefined): string | null {
  if (answer === undefined || criterion.kind !== 'maturity') return null;
  return answer.kind === 'na' ? criterion.na : criterion.levels[answer.level];
}

function requirementOf(criterion: Criterion): string | null {
  return criterion.kind === 'compliance' ? criterion.requirement : null;
}

function sectionWords(reason: string | undefined): string | null {
  if (reason === undefined) return null;
  return reason === '' ? 'Oui' : `Oui\u00a0: ${reason}`;
}

function dayAnswered({ answers }: Told, code: string): Date | null {
  const answer = answers.get(code);
  return answer === undefined ? null : dayOf(answer.answeredAt);
}
