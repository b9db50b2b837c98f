import { z } from 'zod';
import { MOST_AT_ONCE } from '../domain/proofs/acts.ts';
import { kinds, MOST_OCTETS } from '../domain/proofs/kinds.ts';
import { box, choice, line } from '../web/schemas.ts';
import type { FileField } from '../web/uploads.ts';

export const DESCRIPTION_LIMIT = 300;

const type = line('Choisissez le type de preuve.', 100);
const description = line('Décrivez ce que le vérificateur doit voir dans ce fichier.', DESCRIPTION_LIMIT);

/** Q7. */
export const proofSchema = z
  .object({ type, description, confirme: box })
  .transform(({ confirme, ...sent }) => ({ ...sent, confirmed: confirme }));

export type SentProof = z.infer<typeof proofSchema>;

export const proofFiles: FileField = {
  name: 'fichier',
  missing: 'Choisissez le fichier à déposer.',
  types: kinds,
  maxBytes: MOST_OCTETS,
  many: MOST_AT_ONCE,
};

export const attachSchema = z
  .object({
    preuve: z.uuid('Choisissez la preuve à rattacher.'),
    typeRattache: type,
    descriptionRattachee: description,
    rattachementConfirme: box,
  })
  .transform(({ preuve, typeRattache, descriptionRattachee, rattachementConfirme }) => ({
    proof: preuve,
    type: typeRattache,
    description: descriptionRattachee,
    confirmed: rattachementConfirme,
  }));

export type AttachedProof = z.infer<typeof attachSchema>;

/** Archived, or put back. */
export const archiveSchema = z.object({
  etat: choice(['archivee', 'en-place'], 'Archivez cette preuve, ou remettez-la.'),
});

/** The box is the deposit’s state: ticked, it is final. */
export const finaliseSchema = z.object({ finalise: box });
