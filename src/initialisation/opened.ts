import { type Fields, merged } from '../domain/subjects/merge.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { type Typed, typed } from '../web/typed.ts';
import type { Sent } from './identity.ts';

export type Hidden = readonly (readonly [name: string, value: string])[];

/** Before the name of a field: what the form was opened with. */
const OPENED = 'opened.';

/**
 * What a form carries hidden: the revision that it was opened on and what its fields held then, kept while it is repaired.
 * Nothing `held`: as they are now, once a conflict has told what came since.
 */
export function openingOf({ revision }: Pick<Subject, 'revision'>, known: Sent, held: Typed | undefined): Hidden {
  const names = Object.keys(known);
  const sent = held?.text('revision') ?? '';
  if (held !== undefined && /^\d{1,9}$/.test(sent)) {
    const carried = names.map((name) => `${OPENED}${name}`);
    return [['revision', sent], ...held.entries.filter(([name]) => carried.includes(name))];
  }
  const now = Object.entries(fieldsIn(typed(known), names));
  return [
    ['revision', String(revision)],
    ...now.flatMap(([name, values]) =>
      (values.length === 0 ? [''] : values).map((value) => [`${OPENED}${name}`, value] as const),
    ),
  ];
}

/** P5: what was sent, with what others changed since the form was opened; and the fields that both changed. */
export function mergedIn(known: Sent, held: Typed): { readonly held: Typed; readonly clashes: readonly string[] } {
  const names = Object.keys(known);
  const openedWith = names.filter((name) => held.list(`${OPENED}${name}`).length > 0);
  const opened = Object.fromEntries(openedWith.map((name) => [name, plain(held.list(`${OPENED}${name}`))]));
  const { proposed, clashes } = merged(opened, fieldsIn(held, names), fieldsIn(typed(known), names));
  return { held: typed(proposed), clashes };
}

function fieldsIn(held: Typed, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, plain(held.list(name))]));
}

/** As it would be saved; what is blank was not filled in. */
function plain(values: readonly string[]): readonly string[] {
  return values.map((value) => value.replaceAll('\r\n', '\n').trim()).filter((value) => value !== '');
}
