import { z } from 'zod';
import type { Nature } from '../../domain/referential/demarche.ts';
import { condition, when } from './condition.ts';
import { code, date, flag, flagged, grade, id, optional, sentence, text, wholeNumber } from './scalars.ts';
import { links } from './text.ts';

const subject = z.enum(['product', 'strategy'], 'un objet évalué est product ou strategy');

const nature = z
  .enum(['mandatory', 'recommended', 'optional'], 'la nature est mandatory, recommended ou optional')
  .transform(
    (value): Nature => (value === 'mandatory' ? 'MANDATORY' : value === 'recommended' ? 'RECOMMENDED' : 'OPTIONAL'),
  );

const codes = z.union(
  [z.literal('others'), z.array(code).min(1)],
  'attendu : une liste de codes, ou others pour tous ceux qui ne sont pas cités',
);

/** Criteria that share nature, accepted levels and condition are written together. */
const group = z.strictObject({
  nature,
  accepted: z
    .union(
      [z.literal('recommended'), z.array(grade).min(1)],
      'attendu : recommended, ou un ensemble tel que [na, 2, 3]',
    )
    .nullable()
    .default(null),
  when: z.union([z.literal('own'), z.literal('always'), condition]).default('own'),
  criteria: codes,
});
export type RequirementGroup = z.infer<typeof group>;

const entry = z.strictObject({
  questionnaire: id,
  title: optional(text),
  subject: subject.default('product'),
  when,
  opensAfter: z.array(id).default([]),
  projection: flagged(false),
  requirements: z.array(group).default([]),
  excluded: codes.default([]),
});
export type EntryFile = z.infer<typeof entry>;

const stage = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('administrative-file'), title: text, form: id }),
    z.strictObject({ kind: z.literal('admissibility'), title: text, form: id }),
    z.strictObject({ kind: z.literal('agreement'), title: text }),
    z.strictObject({ kind: z.literal('questionnaires'), title: text }),
  ],
  'une étape (kind) est administrative-file, admissibility, agreement ou questionnaires',
);

/** What one questionnaire should ask of a profile, and what its answers should score. `others` answers whatever is not named. */
const expectation = z.strictObject({
  applicable: z
    .union([wholeNumber, z.array(code)], 'attendu : un nombre ou une liste de codes')
    .nullable()
    .default(null),
  mandatory: optional(wholeNumber),
  answers: z.record(z.union([z.literal('others'), code]), grade).default({}),
  radar: optional(z.record(id, z.string().regex(/^[0-3]\.\d$/, 'une moyenne s’écrit avec une décimale : 2.5'))),
  attained: optional(flag),
  short: optional(z.array(code)),
});
export type Expectation = z.infer<typeof expectation>;

const example = z.strictObject({
  name: text,
  profile: z.array(z.string()).default([]),
  expects: z.record(id, z.union([z.literal('hidden'), expectation])),
});

export const demarcheFile = z.strictObject({
  id,
  parcours: id,
  title: text,
  order: wholeNumber,
  summary: sentence,
  presentation: sentence,
  links,
  subjects: z.array(subject).min(1),
  stages: z.array(stage).default([{ kind: 'questionnaires', title: 'Questionnaires' }]),
  questionnaires: z.array(entry).min(1, 'au moins un questionnaire est attendu'),
  next: z.strictObject({ title: text, text: sentence, links }),
  whiteLabel: flagged(false),
  dossier: optional(z.strictObject({ needs: z.array(id).min(1) })),
  closedSince: optional(date),
  examples: z.array(example).default([]),
});
export type DemarcheFile = z.infer<typeof demarcheFile>;
