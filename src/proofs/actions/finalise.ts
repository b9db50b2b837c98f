import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { closedByFinalising, finalisingProblem, openedAgain } from '../../domain/proofs/acts.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { editProofs, placeIn } from '../editing.ts';
import type { finaliseSchema } from '../schemas.ts';
import { setFinal } from '../store.ts';
import { about, answerDone } from './answer.ts';

/** Q7: the deposit of a criterion’s proofs is said to be final, or opened again; a single deposit stays final. */
export function finaliseProofs(deps: Deps) {
  return async (visit: SignedVisit, { finalise }: z.infer<typeof finaliseSchema>): Promise<void> => {
    const done = await editProofs(deps, visit, async (transaction, sheet) => {
      const place = placeIn(sheet, visit);
      const problem = finalise ? finalisingProblem(place, sheet.proofs) : null;
      if (problem !== null) throw new RuleBroken('Q7', problem);
      const changed = finalise ? closedByFinalising(place, sheet.proofs) : openedAgain(place, sheet.proofs);
      if (changed.length > 0) {
        const ids = changed.map(({ id }) => id);
        await setFinal(transaction, ids, finalise);
        const { who, where } = about(sheet, visit);
        const details = { ...where, criterion: place.code };
        await record(transaction, { ...who, action: finalise ? 'proof.finalised' : 'proof.reopened', details });
      }
      const text = `${place.code}, ${place.title}.`;
      return finalise
        ? { title: 'Le dépôt des preuves est finalisé', text }
        : { title: 'Le dépôt des preuves est rouvert', text };
    });
    await answerDone(deps, visit, done);
  };
}
