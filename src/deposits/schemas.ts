import { z } from 'zod';

/** What to do with what is deposited: each document is sent by itself. */
export const depositSchema = z.object({
  action: z.enum(['demander-validation', 'valider'], 'Choisissez ce qu’il faut faire de vos dépôts.'),
});

export type SentDeposit = z.infer<typeof depositSchema>;
