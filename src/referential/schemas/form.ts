import { z } from 'zod';
import { type Form, type Question, sources } from '../../domain/referential/form.ts';
import { when } from './condition.ts';
import { flagged, id, optional, sentence, text, wholeNumber } from './scalars.ts';
import { links, validity } from './text.ts';

const base = {
  id,
  number: wholeNumber,
  title: text,
  help: optional(sentence),
  required: flagged(true),
  when,
  from: optional(z.enum(sources, 'origine inconnue')),
};

/** "id: Ce que l’on lit", or more where more is needed. */
const options = z
  .record(id, z.union([text, z.strictObject({ title: text, help: optional(sentence), exclusive: flagged(false) })]))
  .transform((written) =>
    Object.entries(written).map(([id, option]) =>
      typeof option === 'string' ? { id, title: option, help: null, exclusive: false } : { id, ...option },
    ),
  )
  .refine((list) => list.length >= 2, 'au moins deux réponses sont attendues');
const yesOrNo = ['oui', 'non'].map((id) => ({ id, title: id === 'oui' ? 'Oui' : 'Non', help: null, exclusive: false }));

const plain = ['date', 'siren', 'siret', 'email', 'phone', 'url'] as const;

const question: z.ZodType<Question> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('single'), ...base, options }),
    z.strictObject({ kind: z.literal('multiple'), ...base, options }),
    z.strictObject({ kind: z.literal('yes-no'), ...base }).transform((asked) => ({ ...asked, options: yesOrNo })),
    z.strictObject({ kind: z.literal('text'), ...base, lines: z.enum(['one', 'many']).default('one') }),
    z.strictObject({
      kind: z.literal('number'),
      ...base,
      min: optional(wholeNumber),
      max: optional(wholeNumber),
      unit: optional(text),
    }),
    z.strictObject({ kind: z.literal('file'), ...base, files: z.enum(['one', 'many']).default('one') }),
    z.strictObject({ kind: z.enum(plain), ...base }),
  ],
  `le type de question (kind) est l’un de : single, multiple, yes-no, text, number, file, ${plain.join(', ')}`,
);

const section = z.strictObject({ title: text, introduction: optional(sentence), questions: z.array(question).min(1) });

/** What was answered, and what should follow. */
export const formExample = z.strictObject({
  id,
  name: text,
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** How many required questions are shown. */
  required: optional(wholeNumber),
  answered: optional(wholeNumber),
  /** Numbers of the questions that stay hidden. */
  hidden: optional(z.array(wholeNumber)),
});
export type FormExample = z.infer<typeof formExample>;

const header = {
  id,
  kind: z.literal('form'),
  title: text,
  cited: text,
  edition: optional(text),
  summary: sentence,
  introduction: optional(sentence),
  links,
  profileOf: optional(z.enum(['product', 'strategy'])),
  ...validity,
};

export const formFile = z.strictObject({
  ...header,
  sections: z.array(section).min(1),
  examples: z.array(formExample).default([]),
}) satisfies z.ZodType<Form & { examples: FormExample[] }>;
export type FormFile = z.infer<typeof formFile>;
