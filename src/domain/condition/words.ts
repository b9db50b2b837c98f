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

/** "si vous répondez « Oui » à la question 11 de la qualification et si vous répondez « Oui » à la question 10 de l’orientation". */
export function inGeneral(condition: Condition, reading: Reading): string {
  return clause(asRead(condition, true), reading);
}

/** "parce que vous avez répondu « Oui » à la question 11 de la qualification". */
export function because(facts: readonly Fact[], reading: Reading): string {
  const answered = facts.filter((fact) => fact.answer !== null);
  const left = facts.filter((fact) => fact.answer === null).map((fact) => to(fact.question, reading));
  const parts = [
    ...(answered.length > 0 ? [`vous avez répondu ${list(citations(answered, reading), 'et')}`] : []),
    ...(left.length > 1 ? [`vous n’avez répondu ${neither(left)}`] : []),
    ...(left.length === 1 ? [`vous n’avez pas répondu ${left[0]}`] : []),
  ];
  return `parce que ${parts.join(' et que ')}`;
}

function citations(facts: readonly Fact[], reading: Reading): string[] {
  return facts.map(({ question, answer }) =>
    [answer === null ? '' : labels(question, answer, reading, 'et'), to(question, reading)].filter(Boolean).join(' '),
  );
}

/** A condition as it is said: what it denies is denied by each comparison, and a group never stands in a group of its own kind. */
type Said =
  | { readonly kind: 'comparison'; readonly atom: Atom; readonly expected: boolean }
  | { readonly kind: 'group'; readonly word: 'et' | 'ou'; readonly parts: readonly Said[] };

function asRead(condition: Condition, expected: boolean): Said {
  if (condition.kind === 'not') return asRead(condition.of, !expected);
  if (condition.kind !== 'all' && condition.kind !== 'any') return { kind: 'comparison', atom: condition, expected };
  const word = (condition.kind === 'all') === expected ? 'et' : 'ou';
  const parts = condition.of
    .map((part) => asRead(part, expected))
    .flatMap((part) => (part.kind === 'group' && part.word === word ? part.parts : [part]));
  const [first, ...others] = parts;
  return first !== undefined && others.length === 0 ? first : { kind: 'group', word, parts };
}

/** "si A, si B et si C"; where a part is itself a group, a comma sets it apart: "si A, et si B ou si C". */
function clause(said: Said, reading: Reading): string {
  if (said.kind === 'comparison') return `si ${comparison(said.atom, said.expected, reading)}`;
  const parts = said.parts.map((part) => (isTangled(part) ? `(${clause(part, reading)})` : clause(part, reading)));
  return isTangled(said) ? parts.join(`, ${said.word} `) : list(parts, said.word);
}

/** Holds groups: in a group itself, no comma would tell them apart. */
function isTangled(said: Said): boolean {
  return said.kind === 'group' && said.parts.some(({ kind }) => kind === 'group');
}

function comparison(atom: Atom, expected: boolean, reading: Reading): string {
  const place = to(atom.question, reading);
  if (atom.kind === 'answered') return expected ? `vous répondez ${place}` : `vous ne répondez pas ${place}`;
  if (expected) return `vous répondez ${labels(atom.question, atom.options, reading, 'ou')} ${place}`;
  if (atom.options.length === 1)
    return `vous ne répondez pas ${labels(atom.question, atom.options, reading, 'ou')} ${place}`;
  return `vous ne répondez ${neither(titles(atom.question, atom.options, reading))} ${place}`;
}

function to(ref: QuestionRef, { questions, within }: Reading): string {
  const indexed = questions.get(ref);
  if (!indexed) return `à la question ${ref}`;
  const place = `à la question\u00a0${indexed.question.number}`;
  return indexed.form.id === within ? place : `${place} ${indexed.form.cited}`;
}

function labels(ref: QuestionRef, value: FormValue, reading: Reading, word: 'et' | 'ou'): string {
  return list(titles(ref, Array.isArray(value) ? value : [String(value)], reading), word);
}

function titles(ref: QuestionRef, options: readonly string[], { questions }: Reading): readonly string[] {
  const indexed = questions.get(ref);
  return options.flatMap((option) => label(indexed, option));
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

/** "ni A ni B", "ni A, ni B, ni C". */
function neither(items: readonly string[]): string {
  return `ni ${items.join(items.length === 2 ? ' ni ' : ', ni ')}`;
}
