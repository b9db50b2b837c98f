import { z } from 'zod';
import { BrokenMark, type Inline, parseInline } from './inline.ts';
import { type Block, settings } from './page.ts';

export const french = z.locales.fr().localeError;

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'un identifiant en minuscules, chiffres et tirets');
const words = z.string().trim().min(1, 'un texte');

const inline = words.transform((source, context): readonly Inline[] => {
  try {
    return parseInline(source);
  } catch (error) {
    if (!(error instanceof BrokenMark)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

const items = z.array(inline).min(1, 'au moins un élément');

const definition = z.strictObject({
  term: words,
  text: inline,
  setting: z.enum(settings).nullable().default(null),
});

/** A paragraph is a string; any other block is an object whose only key says its kind. */
const kinds = {
  paragraph: inline.transform((text): Block => ({ kind: 'paragraph', text })),
  list: z.strictObject({ list: items }).transform(({ list }): Block => ({ kind: 'list', items: list })),
  steps: z.strictObject({ steps: items }).transform(({ steps }): Block => ({ kind: 'steps', items: steps })),
  definitions: z
    .strictObject({ definitions: z.array(definition).min(1, 'au moins une définition') })
    .transform(({ definitions }): Block => ({ kind: 'definitions', items: definitions })),
};

/** The kind is read first, so that a mistake is reported for that kind alone and not for all four. */
const block = z.unknown().transform((value, context): Block => {
  const kind = typeof value === 'string' ? 'paragraph' : kindOf(value);
  if (kind === null) {
    context.addIssue({
      code: 'custom',
      message: `un paragraphe, ou l’une des clés ${Object.keys(kinds).slice(1).join(', ')}`,
    });
    return z.NEVER;
  }
  const read = kinds[kind].safeParse(value, { error: french });
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

function kindOf(value: unknown): keyof typeof kinds | null {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return (['list', 'steps', 'definitions'] as const).find((kind) => keys.includes(kind)) ?? null;
}

const blocks = z.array(block).min(1, 'au moins un paragraphe');

const head = { title: words, summary: words, version: z.iso.date('une date telle que 2026-11-20') };

const article = z.strictObject({
  ...head,
  sections: z.array(z.strictObject({ id, title: words, blocks })).min(1, 'au moins une section'),
});

const faq = z.strictObject({
  ...head,
  categories: z
    .array(
      z.strictObject({
        id,
        title: words,
        questions: z.array(z.strictObject({ id, question: words, answer: blocks })).min(1, 'au moins une question'),
      }),
    )
    .min(1, 'au moins une catégorie'),
});

export const pagesSchema = z.object({ terms: article, legal: article, accessibility: article, privacy: article, faq });
