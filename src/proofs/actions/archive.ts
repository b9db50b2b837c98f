import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { archivingProblem, restoringProblem } from '../../domain/proofs/acts.ts';
import { proofPlace } from '../../domain/proofs/places.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { editProofs } from '../editing.ts';
import { proofIn, typeTitle } from '../panel.ts';
import type { archiveSchema } from '../schemas.ts';
import { markStale, setArchived } from '../store.ts';
import { about, answerDone } from './answer.ts';

/** Q7: a proof is archived, and put back; it is never deleted. */
export function archiveProof(deps: Deps) {
  return async (visit: SignedVisit, { etat }: z.infer<typeof archiveSchema>): Promise<void> => {
    const archives = etat === 'archivee';
    const done = await editProofs(deps, visit, async (transaction, sheet) => {
      const proof = proofIn(sheet, visit);
      const place = proofPlace(sheet, proof.criterion);
      const title = archives ? `«\u00a0${proof.name}\u00a0» est archivée` : `«\u00a0${proof.name}\u00a0» est remise`;
      const text = archives ? 'Elle reste consultable parmi les preuves archivées.' : '';
      if ((proof.archivedAt !== null) === archives) return { title, text };
      const problem = archives ? archivingProblem(proof) : restoringProblem(place, sheet.proofs, proof);
      if (problem !== null) throw new RuleBroken('Q7', problem);
      const { actor, now } = visit;
      await setArchived(transaction, proof.id, archives ? { at: now, by: actor.name } : null);
      await markStale(transaction, [sheet.subject.id]);
      const { who, where } = about(sheet, visit);
      const type = typeTitle(place, proof.type);
      const details = { ...where, criterion: proof.criterion, type, file: proof.name };
      await record(transaction, { ...who, action: archives ? 'proof.archived' : 'proof.restored', details });
      return { title, text };
    });
    await answerDone(deps, visit, done);
  };
}
