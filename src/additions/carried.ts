import { randomUUID } from 'node:crypto';
import type { DeclaredAnswers } from '../domain/profile/profile.ts';
import { type Form, questionsOf } from '../domain/referential/form.ts';
import { answersIn, fieldName } from '../forms/read.ts';
import type { Typed } from '../web/typed.ts';

/** P2: there is no draft: a step carries what the others hold, and nothing else keeps it. */
export function carried(held: Typed, names: readonly string[]): readonly (readonly [name: string, value: string])[] {
  return held.entries.filter(([name, value]) => names.includes(name) && value !== '');
}

export function namesIn(forms: readonly Form[]): readonly string[] {
  return forms.flatMap((form) => questionsOf(form).map((question) => fieldName(form, question)));
}

export function declaredIn(held: Typed, forms: readonly Form[]): DeclaredAnswers {
  const sent = Object.fromEntries(namesIn(forms).map((name) => [name, held.list(name)]));
  return Object.fromEntries(forms.map((form) => [form.id, answersIn(form, sent)]));
}

/** What tells « Valider » sent twice from two products alike. */
export function keyOf(held: Typed): string {
  const sent = held.text('creationKey');
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(sent) ? sent : randomUUID();
}
