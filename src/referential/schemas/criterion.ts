import { z } from 'zod';
import type {
  ComplianceCriterion,
  MaturityCriterion,
  ProofType,
  Scenario,
} from '../../domain/referential/questionnaire.ts';
import { condition, when } from './condition.ts';
import { code, flagged, level, optional, sentence, text } from './scalars.ts';
import { links, picture } from './text.ts';

const proof: z.ZodType<ProofType> = z.strictObject({
  id: code,
  title: text,
  description: optional(sentence),
  once: flagged(false),
  when,
});

const scenario: z.ZodType<Scenario> = z.strictObject({
  id: code,
  title: optional(text),
  steps: z.array(sentence).min(1, 'au moins une étape est attendue'),
  proofs: z.array(proof).default([]),
});

const base = {
  code,
  title: text,
  links,
  picture: optional(picture),
  scenarios: z.array(scenario).default([]),
  when,
  mayDependOnOption: flagged(true),
  differsByDistributor: flagged(false),
};

export const maturityCriterion: z.ZodType<MaturityCriterion> = z
  .strictObject({
    ...base,
    objective: sentence,
    target: optional(sentence),
    levels: z.strictObject({ na: optional(sentence), 0: sentence, 1: sentence, 2: sentence, 3: sentence }),
    recommended: level,
    recommendedWhen: z.array(z.strictObject({ level, when: condition })).default([]),
    toReach: z.strictObject({ 1: sentence, 2: sentence, 3: sentence }),
  })
  .transform(({ levels: { na, ...levels }, ...rest }) => ({ kind: 'maturity', ...rest, na, levels }));

export const complianceCriterion: z.ZodType<ComplianceCriterion> = z
  .strictObject({
    ...base,
    mayDependOnOption: flagged(false),
    requirement: sentence,
    objective: optional(sentence),
    naOffered: flagged(true),
    advice: optional(sentence),
  })
  .transform((rest) => ({ kind: 'compliance', ...rest }));
