import type { QuestionRef } from '../condition/condition.ts';
import { evaluate } from '../condition/evaluate.ts';
import type { Questions } from './questions.ts';

/** An option's id, a text or a date; a number; the ids of the chosen options, or of files. */
export type FormValue = string | number | readonly string[];
export type FormAnswers = Readonly<Record<string, FormValue>>;

/** What was typed, form by form; a follow-up that is hidden again keeps what it held. */
export type DeclaredAnswers = Readonly<Record<string, FormAnswers>>;

/** What counts: the answers to the questions that are shown. Conditions read this and nothing else. */
export interface Profile {
  readonly values: ReadonlyMap<QuestionRef, FormValue>;
}

export const emptyProfile: Profile = { values: new Map() };

export function isBlank(value: FormValue): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

/** G4: a hidden question counts as unanswered, and so hides the questions that its answer would show. */
export function profileOf(questions: Questions, declared: DeclaredAnswers): Profile {
  const values = new Map<QuestionRef, FormValue>();
  for (const { ref, form, question } of questions.values()) {
    const value = declared[form.id]?.[question.id];
    if (value === undefined || isBlank(value)) continue;
    if (question.when === null || evaluate(question.when, { values })) values.set(ref, value);
  }
  return { values };
}
