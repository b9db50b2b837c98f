import { z } from 'zod';
import type { Said } from '../domain/answers/draft.ts';
import { answerOf } from '../domain/referential/level.ts';
import { box, choice, optional, paragraph, revision } from '../web/schemas.ts';

const UNREADABLE = 'Cette réponse n’est pas de celles qui sont proposées : choisissez-en une.';

/** The most that a comment holds. */
export const COMMENT_LIMIT = 5000;

export const comment = optional(paragraph('Écrivez un commentaire.', COMMENT_LIMIT));

/** A level, N/A, or nothing yet. */
export const grade: z.ZodType<Said['answer']> = z
  .enum(['', 'na', '0', '1', '2', '3'], UNREADABLE)
  .transform((value) => {
    if (value === '') return null;
    if (value === 'na') return answerOf('na');
    return answerOf(value === '0' ? 0 : value === '1' ? 1 : value === '2' ? 2 : 3);
  });

/** An option product, by its id; nothing where none is chosen. */
export const option: z.ZodType<string | null> = z
  .union([z.literal('').transform(() => null), z.uuid('Choisissez un produit option dans la liste.')])
  .optional()
  .transform((value) => value ?? null);

/** One answer, as the page sends it by itself. */
export const saveSchema = z
  .object({
    critere: z.string('Une seule valeur est attendue ici.').max(100),
    revision,
    niveau: grade,
    commentaire: comment,
    depend: box,
    option,
  })
  .transform(({ critere, niveau, commentaire, depend, ...sent }) => ({
    criterion: critere,
    revision: sent.revision,
    answer: niveau,
    comment: commentaire,
    dependsOnOption: depend,
    optionId: depend ? sent.option : null,
  }));

/** The whole form: what it holds depends on the criteria (sent.ts). */
export const formSchema: z.ZodType<Readonly<Record<string, unknown>>> = z.record(
  z.string().max(200),
  z.union([z.string(), z.array(z.string())]),
);

/** A hundred and sixty comments, accents encoded. */
export const FORM_LIMIT = '6mb';

/** Q5: one section's switch; no state is that it applies. */
export const switchSchema = z
  .object({
    section: z.string('Une seule valeur est attendue ici.').max(200),
    etat: choice(['na', ''], 'Dites si cette section est applicable, ou non.'),
    raison: comment,
  })
  .transform(({ section, etat, raison }) => ({ section, reason: etat === 'na' ? raison : null }));

/** The most that whoever validates writes at once. */
export const WORDS_LIMIT = 2000;
const words = optional(paragraph('Écrivez un message.', WORDS_LIMIT));

export const requestSchema = z.object({ message: words });

/** A message, and a remark for each criterion that has one: `remarque.{code}`; at least one word somewhere. */
export const returnSchema = z.looseObject({ message: words }).transform(({ message, ...fields }, context) => {
  const remarks = Object.entries(fields).flatMap(([name, value]) => {
    if (!name.startsWith(REMARK)) return [];
    const read = words.safeParse(value);
    if (!read.success) {
      for (const issue of read.error.issues) {
        context.addIssue({ code: 'custom', message: issue.message, path: [name] });
      }
      return [];
    }
    return read.data === '' ? [] : [{ criterion: name.slice(REMARK.length), text: read.data }];
  });
  if (message === '' && remarks.length === 0 && context.issues.length === 0) {
    const what = 'Écrivez ce qui est à revoir\u00a0: un message, ou une remarque sur un critère.';
    context.addIssue({ code: 'custom', message: what, path: ['message'] });
  }
  return { message, remarks };
});

const REMARK = 'remarque.';
