import type { DetailOf } from '../audit/words.ts';
import type { Person } from '../domain/accounts/person.ts';
import type { FieldError } from '../domain/errors.ts';
import type { DeclaredAnswers } from '../domain/profile/profile.ts';
import { type Form, questionsOf } from '../domain/referential/form.ts';
import type { ProductFacts } from '../domain/subjects/subject.ts';
import { fieldName } from '../forms/read.ts';
import type { Typed } from '../web/typed.ts';
import type { FieldsModel } from './models.ts';

export type Sent = Readonly<Record<string, unknown>>;

/** P5: what is to be saved, once nothing is to be repaired. */
export interface Identified {
  readonly name: string;
  readonly certifications: string;
  readonly responsible: Person;
  readonly declared: DeclaredAnswers;
  readonly product: (Omit<ProductFacts, 'published'> & { readonly version: string }) | null;
}

type Key = DetailOf<'subject.identified'>;

/** One field, as it is compared and as it is said. */
export interface SaidField {
  readonly value: string;
  readonly words: string;
}

export type Said = Readonly<Partial<Record<Key, SaidField>>>;

/** What identifying a product and identifying the strategy do not share. */
export interface Identity {
  /** The fields as they are now. */
  readonly known: Sent;
  said(held: Typed): Said;
  read(sent: Sent): { readonly identified: Identified | null; readonly errors: readonly FieldError[] };
  fields(held: Typed): FieldsModel;
}

/** Each question of a form, answered or not, as its page sends it. */
export function answersKnown(form: Form, declared: DeclaredAnswers): Sent {
  const answers = declared[form.id] ?? {};
  return Object.fromEntries(
    questionsOf(form).map((question) => [fieldName(form, question), answers[question.id] ?? []]),
  );
}

/** A text as it would be saved. */
export function plainly(text: string): SaidField {
  const value = text.replaceAll('\r\n', '\n').trim();
  return { value, words: value };
}

/** Before and after of each field that differs, in words. */
export function changesOf(before: Said, after: Said): readonly { key: Key; before: string; after: string }[] {
  return keysOf(after).flatMap((key) => {
    const [one, other] = [before[key], after[key]];
    return one?.value === other?.value ? [] : [{ key, before: inWords(one), after: inWords(other) }];
  });
}

function keysOf(said: Said): readonly Key[] {
  return Object.keys(said) as Key[];
}

/** As much of a long text is told. */
const MOST = 300;

function inWords(field: SaidField | undefined): string {
  const words = field?.words ?? '';
  if (words === '') return 'non renseigné';
  return words.length > MOST ? `${words.slice(0, MOST).trimEnd()}…` : words;
}
