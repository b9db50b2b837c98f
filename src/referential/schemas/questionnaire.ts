import { z } from 'zod';
import type {
  ComplianceQuestionnaire,
  DepositDocument,
  DepositQuestionnaire,
  MaturityQuestionnaire,
} from '../../domain/referential/questionnaire.ts';
import { when } from './condition.ts';
import { code, flagged, id, level, optional, sentence, text, wholeNumber } from './scalars.ts';
import { complianceSection, maturitySection } from './section.ts';
import { links, validity } from './text.ts';

/** Which criteria a profile should be shown; profiles are examples of forms: "qualification.produit-du-guide". */
export const questionnaireExample = z.strictObject({
  name: text,
  profile: z.array(z.string()).default([]),
  applicable: z
    .union([wholeNumber, z.array(code)], 'attendu : un nombre ou une liste de codes')
    .nullable()
    .default(null),
  includes: z.array(code).default([]),
  recommended: z.record(code, level).default({}),
});

const header = {
  id,
  title: text,
  edition: optional(text),
  summary: sentence,
  introduction: optional(sentence),
  links,
  ...validity,
};
const examples = z.array(questionnaireExample).default([]);
const axes = z.array(z.strictObject({ id, title: text }));

const document: z.ZodType<DepositDocument> = z.strictObject({
  code,
  title: text,
  instructions: z.array(sentence).min(1, 'au moins une consigne est attendue'),
  links,
  template: optional(
    z.strictObject({
      title: text,
      file: z
        .string()
        .regex(
          /^[a-z0-9/-]+\.(odt|ods|docx|xlsx|pdf)$/,
          'un fichier .odt, .ods, .docx, .xlsx ou .pdf de public/documents est attendu',
        ),
    }),
  ),
  deposit: z.enum(['once', 'several'], 'le dépôt est once (unique, définitif) ou several'),
  container: flagged(false),
  when,
});

const maturity = z.strictObject({
  kind: z.literal('maturity'),
  ...header,
  axes: axes.min(1, 'au moins un axe est attendu'),
  sections: z.array(maturitySection).default([]),
  examples,
}) satisfies z.ZodType<MaturityQuestionnaire>;

const compliance = z.strictObject({
  kind: z.literal('compliance'),
  ...header,
  axes: axes.default([]),
  sections: z.array(complianceSection).default([]),
  examples,
}) satisfies z.ZodType<ComplianceQuestionnaire>;

const deposit = z.strictObject({
  kind: z.literal('deposit'),
  ...header,
  documents: z.array(document).min(1),
  examples,
}) satisfies z.ZodType<DepositQuestionnaire>;

export const questionnaireFile = z.discriminatedUnion(
  'kind',
  [maturity, compliance, deposit],
  'le genre (kind) d’un questionnaire est maturity, compliance ou deposit',
);
export type QuestionnaireFile = z.infer<typeof questionnaireFile>;
