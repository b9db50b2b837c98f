import { offeredGrades } from '../../domain/referential/criterion.ts';
import { compliant, type Grade, grades, nonCompliant } from '../../domain/referential/level.ts';
import type { Criterion } from '../../domain/referential/questionnaire.ts';
import { shortWords } from '../../enrolments/results/criteria.ts';
import type { CellText } from './grid.ts';

/** What a cell says, or what is wrong with it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

export function readComment(text: CellText): Read<string> {
  if (text === null) return { ok: false, problem: 'un texte est attendu.' };
  return { ok: true, value: text };
}

/** Q2, Q5: an answer, in the words of the questionnaire; a level may be its figure alone. Whether it is offered is asked of what changes. */
export function readGrade(text: CellText, criterion: Criterion): Read<Grade | null> {
  if (text === '') return { ok: true, value: null };
  const said = text === null ? undefined : known[criterion.kind].find((grade) => isSaid(criterion.kind, grade, text));
  if (said !== undefined) return { ok: true, value: said };
  return { ok: false, problem: notOffered(text === null ? null : shortened(text), criterion) };
}

const known: Readonly<Record<Criterion['kind'], readonly Grade[]>> = {
  maturity: grades,
  compliance: ['na', nonCompliant, compliant],
};

/** `said`: the words of the cell; null for a date, or an error. */
export function notOffered(said: string | null, criterion: Criterion): string {
  const what = said === null ? 'une date ou une erreur' : `«\u00a0${said}\u00a0»`;
  const choices = offeredGrades(criterion).map((grade) => shortWords(criterion.kind, grade));
  return `${what} n’est pas une des réponses proposées (${choices.join(', ')}).`;
}

/** « Oui », « Non » or nothing. */
export function readYesOrNo(cell: CellText): Read<boolean> {
  const text = plain(cell ?? '?');
  if (text === '' || text === 'non') return { ok: true, value: false };
  if (text === 'oui') return { ok: true, value: true };
  return { ok: false, problem: 'répondez «\u00a0Oui\u00a0» ou «\u00a0Non\u00a0», ou laissez la cellule vide.' };
}

/** An option product ends with its reference. */
export function readReference(text: CellText): Read<number | null> {
  if (text === '') return { ok: true, value: null };
  const [, reference] = /(?:^|\D)(\d{1,9})$/.exec(text ?? '') ?? [];
  if (reference !== undefined) return { ok: true, value: Number(reference) };
  return { ok: false, problem: 'choisissez un produit option dans la liste.' };
}

/** “Niveau 2”, “niveau 2, jaune, moyen”, “2”; “N/A”, “Non applicable”. */
function isSaid(kind: Criterion['kind'], grade: Grade, text: string): boolean {
  const said = plain(text.split(',')[0] ?? '');
  if (said === plain(shortWords(kind, grade))) return true;
  if (grade === 'na') return said === 'n/a' || said === 'na' || said === 'non applicable';
  return kind === 'maturity' && said === String(grade);
}

/** Whatever the spaces and capitals that an edit made. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
