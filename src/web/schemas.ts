import { z } from 'zod';
import type { FieldError } from '../domain/errors.ts';

z.config(z.locales.fr());

/** PostgreSQL refuses NUL and half a character; control characters other than tabs and line breaks have no place in a text. */
const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;
const LINE_BREAK = /[\t\r\n\u2028\u2029]/u;
/** Letters of no width, or that turn the text around: a name made of them passes for another, or for none. */
const INVISIBLE = /\p{Cf}/u;

const sent = (missing: string) =>
  z.string({ error: (issue) => (issue.input === undefined ? missing : 'Une seule valeur est attendue ici.') });

/** A line of text. `missing` is the sentence that tells how to repair an empty field. */
export function line(missing: string, max = 200): z.ZodType<string> {
  return sent(missing)
    .trim()
    .min(1, missing)
    .max(max, `Raccourcissez ce texte : ${max} caractères au plus.`)
    .refine(
      (value) => !CONTROL.test(value) && !LINE_BREAK.test(value) && !INVISIBLE.test(value),
      'Ce texte contient des caractères invisibles : saisissez-le de nouveau.',
    );
}

export function paragraph(missing: string, max = 2000): z.ZodType<string> {
  return sent(missing)
    .trim()
    .transform((value) => value.replaceAll('\r\n', '\n'))
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(max, `Raccourcissez ce texte : ${max} caractères au plus.`)
        .refine(
          (value) => !CONTROL.test(value),
          'Ce texte contient des caractères invisibles : saisissez-le de nouveau.',
        ),
    );
}

/** A field that may be left empty, or out: it is the empty text then. */
export function optional(schema: z.ZodType<string>): z.ZodType<string> {
  const unlessBlank = (value: unknown): unknown =>
    typeof value === 'string' && value.trim() === '' ? undefined : value;
  return z.preprocess(unlessBlank, schema.optional()).transform((value) => value ?? '');
}

/** As typed, spaces included. */
export function secret(missing: string): z.ZodType<string> {
  return sent(missing)
    .min(1, missing)
    .max(1000, 'Ce mot de passe est trop long.')
    .refine((value) => !value.includes('\0'), 'Ce mot de passe contient un caractère invisible.');
}

export function choice<const Values extends readonly [string, ...string[]]>(values: Values, missing: string) {
  return z.enum(values, missing);
}

/** A box: absent from the form when it is not ticked. */
export const box: z.ZodType<boolean> = z
  .string('Une seule valeur est attendue ici.')
  .optional()
  .transform((value) => value !== undefined);

/** Boxes of one name: none, one or several. */
export const boxes: z.ZodType<readonly string[]> = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(2000)])
  .optional()
  .transform((value) => [value ?? []].flat());

/** The revision that the form was made from. */
const STALE = 'Cette page n’est plus à jour : rechargez-la, puis recommencez.';
export const revision: z.ZodType<number> = z
  .string(STALE)
  .regex(/^\d{1,9}$/, STALE)
  .transform(Number);

/** Nothing is expected but the token. */
export const nothing: z.ZodType<Readonly<Record<string, unknown>>> = z.object({});

/** Turns a rule of the domain, which answers with a sentence, into a check of the field. */
export function checked(schema: z.ZodType<string>, problem: (value: string) => string | null): z.ZodType<string> {
  return schema.superRefine((value, context) => {
    const message = problem(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
}

/** The first sentence of each field: repairing one thing at a time. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const byField = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    if (!byField.has(field)) byField.set(field, issue.message);
  }
  return [...byField].map(([field, message]) => ({ field, message }));
}
