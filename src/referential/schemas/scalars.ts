import { z } from 'zod';
import { type Grade, type Level, levels } from '../../domain/referential/level.ts';
import { typeset } from '../typeset.ts';

/** Every YAML scalar reaches a schema as text (the "failsafe" reading): 01.10 stays 01.10, and the schema says what it means. */

const wording = [
  { wrong: /"/, reason: 'les guillemets s’écrivent « … »' },
  { wrong: / {2}/, reason: 'deux espaces se suivent' },
  { wrong: /\.\.\./, reason: 'les points de suspension s’écrivent …' },
  { wrong: /\t/, reason: 'une tabulation s’est glissée dans le texte' },
];

/** A few words or several paragraphs, in French. */
export const text = z
  .string()
  .transform(typeset)
  .superRefine((value, context) => {
    if (value === '') context.addIssue({ code: 'custom', message: 'le texte est vide' });
    for (const { wrong, reason } of wording)
      if (wrong.test(value)) context.addIssue({ code: 'custom', message: reason });
  });

/** A full sentence or more: it ends as a sentence does. */
export const sentence = text.refine(
  (value) => value === '' || /[.!?…»)]$/.test(value),
  'la phrase doit finir par un point',
);

export const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'un identifiant s’écrit en minuscules sans accent, avec des tirets : « partage-de-documents »',
  );

export const code = z
  .string()
  .regex(
    /^[A-Za-z0-9]+([ ._/-][A-Za-z0-9]+)*$/,
    'un code se compose de lettres sans accent, de chiffres et de . _ / - : « A08.5.01 »',
  );

export const flag = z.enum(['true', 'false'], 'écrivez true ou false').transform((value) => value === 'true');

export const wholeNumber = z
  .string()
  .regex(/^-?\d{1,9}$/, 'un nombre entier est attendu')
  .transform(Number);

export const date = z.iso.date('une date s’écrit AAAA-MM-JJ');

export const url = z.url({ protocol: /^https?$/, error: 'une adresse commence par https://' });

export const level = z
  .enum(['0', '1', '2', '3'], 'un niveau est 0, 1, 2 ou 3')
  .transform((value): Level => levels[Number(value)] ?? 0);

export const grade = z
  .enum(['na', '0', '1', '2', '3'], 'attendu : na, 0, 1, 2 ou 3')
  .transform((value): Grade => (value === 'na' ? 'na' : (levels[Number(value)] ?? 0)));

/** Left out, it is null: models are complete, nothing is silently undefined. */
export function optional<S extends z.ZodType>(schema: S) {
  return schema.nullable().default(null);
}

export function flagged(byDefault: boolean) {
  return flag.default(byDefault);
}
