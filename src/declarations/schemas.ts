import { z } from 'zod';
import { changeSchema } from '../initialisation/schemas.ts';

/** The answers to a form, and what to do with them; `confirme` once what they change was seen (P5). */
export const declarationSchema = changeSchema.extend({
  action: z.enum(['brouillon', 'demander-validation', 'valider'], 'Choisissez ce qu’il faut faire de vos réponses.'),
  confirme: z.literal('oui').optional(),
});

export type SentDeclaration = z.infer<typeof declarationSchema>;
