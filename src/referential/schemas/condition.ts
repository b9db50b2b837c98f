import { z } from 'zod';
import type { Condition, QuestionRef } from '../../domain/condition/condition.ts';

const reference = z.custom<QuestionRef>(
  (value) => typeof value === 'string' && /^[a-z0-9-]+\.[a-z0-9-]+$/.test(value),
  'une question se cite avec son formulaire : « qualification.acteurs »',
);
const options = z.array(z.string()).min(1, 'au moins une réponse est attendue');

/** The key that a writer uses says the kind: `{ question, in }`, `{ question, includes }`, `{ answered }`, `{ all }`, `{ any }`, `{ not }`. */
const kinds = ['in', 'includes', 'answered', 'all', 'any', 'not'] as const;
const forms =
  'une condition s’écrit { question, in }, { question, includes }, { answered }, { all }, { any } ou { not }';

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.preprocess(
    (value, context) => {
      const written = typeof value === 'object' && value !== null ? value : {};
      const kind = 'kind' in written ? undefined : kinds.find((one) => one in written);
      if (kind !== undefined) return { kind, ...written };
      context.addIssue({ code: 'custom', message: forms });
      return z.NEVER;
    },
    z.discriminatedUnion('kind', [
      z
        .strictObject({ kind: z.literal('in'), question: reference, in: options })
        .transform(({ kind, question, in: chosen }) => ({ kind, question, options: chosen })),
      z
        .strictObject({ kind: z.literal('includes'), question: reference, includes: options })
        .transform(({ kind, question, includes }) => ({ kind, question, options: includes })),
      z
        .strictObject({ kind: z.literal('answered'), answered: reference })
        .transform(({ kind, answered }) => ({ kind, question: answered })),
      z
        .strictObject({ kind: z.literal('all'), all: z.array(condition).min(1) })
        .transform(({ kind, all }) => ({ kind, of: all })),
      z
        .strictObject({ kind: z.literal('any'), any: z.array(condition).min(1) })
        .transform(({ kind, any }) => ({ kind, of: any })),
      z.strictObject({ kind: z.literal('not'), not: condition }).transform(({ kind, not }) => ({ kind, of: not })),
    ]),
  ),
);

export const when = condition.nullable().default(null);
