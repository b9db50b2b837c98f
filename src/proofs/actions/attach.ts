import { record } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { Invalid } from '../../domain/errors.ts';
import { depositProblem, isFinalAtOnce } from '../../domain/proofs/acts.ts';
import { keptProblem } from '../../domain/proofs/storage.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { editProofs, placeIn } from '../editing.ts';
import { typeTitle } from '../panel.ts';
import type { AttachedProof } from '../schemas.ts';
import { addProof, attachableProofs, isDeposited, markStale } from '../store.ts';
import { about, answerDone } from './answer.ts';
import { type ProblemFields, refuseAt, refuseDeposit } from './deposit.ts';

const fields: ProblemFields = { type: 'typeRattache', file: 'preuve', confirmation: 'rattachementConfirme' };

/** A proof of the same subject proves something else too: nothing is sent again. */
export function attachProof(deps: Deps) {
  return async (visit: SignedVisit, sent: AttachedProof): Promise<void> => {
    const done = await editProofs(deps, visit, async (transaction, sheet) => {
      const place = placeIn(sheet, visit);
      refuseDeposit(depositProblem(place, sheet.proofs, { ...sent, files: 1 }), fields);
      refuseAt(fields.file, keptProblem(sheet.proofs, place.code, 1));
      const { subject, questionnaire } = sheet;
      const found = (await attachableProofs(transaction, subject.id)).find(({ id }) => id === sent.proof);
      if (found === undefined) {
        throw new Invalid([{ field: 'preuve', message: 'Cette preuve n’est plus là\u00a0: choisissez-en une autre.' }]);
      }
      const { fileId, name, contentType } = found;
      const where = { subjectId: subject.id, questionnaire: questionnaire.id, criterion: place.code, type: sent.type };
      const type = typeTitle(place, sent.type);
      const text = `${place.code}, ${type}.`;
      if (await isDeposited(transaction, { ...where, fileId })) {
        return { title: `«\u00a0${name}\u00a0» y était déjà rattaché`, text };
      }
      const final = isFinalAtOnce(place, sent.type);
      const { description } = sent;
      await addProof(transaction, visit, { ...where, fileId, name, contentType, description, final });
      await markStale(transaction, [subject.id]);
      const { who, where: titles } = about(sheet, visit);
      const details = { ...titles, demarche: sheet.demarche.title, criterion: place.code, type, file: name };
      await record(transaction, { ...who, action: 'proof.attached', details });
      return { title: `«\u00a0${name}\u00a0» est rattaché`, text };
    });
    await answerDone(deps, visit, done);
  };
}
