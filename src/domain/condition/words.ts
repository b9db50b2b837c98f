import type { FormValue } from '../profile/profile.ts';
import type { IndexedQuestion, Questions } from '../profile/questions.ts';
import { isChoice } from '../referential/form.ts';
import type { Atom, Condition, QuestionRef } from './condition.ts';
import type { Fact } from './facts.ts';

/** Where the sentence is read: inside a form, its own questions are cited by their number alone. */
export interface Reading {
  readonly questions: Questions;
  readonly within: string | null;
}

/** "si vous répondez « Oui » à la question 11 de la qualification". */
export function inGeneral(condition: Condition, reading: Reading): string {
  return `si ${clause(condition, true, reading, false)}`;
}

/** "parce que vous avez répondu « Oui » à la question 11 de la qualification". */
export function because(facts: readonly Fact[], reading: Reading): string {
  const answered = facts.filter((fact) => fact.answer !== null);
  const left = facts.filter((fact) => fact.answer === null);
  const parts = [
    ...(answered.length > 0 ? [`vous avez répondu ${list(citations(answered, reading), 'et')}`] : []),
    ...(left.length > 0
      ? [
          `vous n’avez pas répondu ${list(
            left.map((fact) => to(fact.question, reading)),
            'ni',
          )}`,
        ]
      : []),
  ];
  return `parce que ${list(parts, 'et')}`;
}

function citations(facts: readonly Fact[], reading: Reading): string[] {
  return facts.map(({ question, answer }) =>
    [answer === null ? '' : labels(question, answer, reading, 'et'), to(question, reading)].filter(Boolean).join(' '),
  );
}

function clause(condition: Condition, expected: boolean, reading: Reading, nested: boolean): string {
  if (condition.kind === 'not') return clause(condition.of, !expected, reading, nested);
  if (condition.kind !== 'all' && condition.kind !== 'any') return comparison(condition, expected, reading);
  const word = (condition.kind === 'all') === expected ? 'et' : 'ou';
  const text = condition.of.map((part) => clause(part, expected, reading, true)).join(` ${word} `);
  return nested && condition.of.length > 1 ? `(${text})` : text;
}

function comparison(atom: Atom, expected: boolean, reading: Reading): string {
  const place = to(atom.question, reading);
  if (atom.kind === 'answered') return expected ? `vous répondez ${place}` : `vous ne répondez pas ${place}`;
  if (expected) return `vous répondez ${labels(atom.question, atom.options, reading, 'ou')} ${place}`;
  if (atom.options.length === 1)
    return `vous ne répondez pas ${labels(atom.question, atom.options, reading, 'ou')} ${place}`;
  return `vous ne répondez ni ${labels(atom.question, atom.options, reading, 'ni')} ${place}`;
}

function to(ref: QuestionRef, { questions, within }: Reading): string {
  const indexed = questions.get(ref);
  if (!indexed) return `à la question ${ref}`;
  const place = `à la question\u00a0${indexed.question.number}`;
  return indexed.form.id === within ? place : `${place} ${indexed.form.cited}`;
}

function labels(ref: QuestionRef, value: FormValue, { questions }: Reading, word: string): string {
  const indexed = questions.get(ref);
  const options = Array.isArray(value) ? value : [String(value)];
  return list(
    options.flatMap((option) => label(indexed, option)),
    word,
  );
}

/** A text, a date or a file is not quoted: that it was given is what counts. */
function label(indexed: IndexedQuestion | undefined, option: string): string[] {
  if (!indexed || !isChoice(indexed.question)) return [];
  const title = indexed.question.options.find(({ id }) => id === option)?.title ?? option;
  return [`«\u00a0${title}\u00a0»`];
}

function list(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
