import { mustBeAnswerable, reachSheet } from '../../answers/reach.ts';
import { record } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { Invalid } from '../../domain/errors.ts';
import { counted } from '../../domain/french/plural.ts';
import { type DepositProblem, depositProblem, isFinalAtOnce } from '../../domain/proofs/acts.ts';
import type { ProofPlace } from '../../domain/proofs/places.ts';
import { keptProblem } from '../../domain/proofs/storage.ts';
import { removeFiles } from '../../jobs/stray-files.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { editProofs, placeIn } from '../editing.ts';
import { keepFiles } from '../keeping.ts';
import { typeTitle } from '../panel.ts';
import type { SentProof } from '../schemas.ts';
import { addProof, isDeposited, markStale, type ReceivedFile } from '../store.ts';
import { about, answerDone, type Done } from './answer.ts';

/** The fields of a form that a problem is told at. */
export type ProblemFields = Readonly<Record<DepositProblem['at'], string>>;

const fields: ProblemFields = { type: 'type', file: 'fichier', confirmation: 'confirme' };

export function refuseDeposit(problem: DepositProblem | null, at: ProblemFields): void {
  if (problem !== null) refuseAt(at[problem.at], problem.message);
}

export function refuseAt(field: string, problem: string | null): void {
  if (problem !== null) throw new Invalid([{ field, message: problem }]);
}

/** Q7: proofs are deposited: each file is in storage already, then all is said in one transaction. */
export function depositProofs(deps: Deps) {
  const { prisma, referential } = deps;

  /** Whoever may not deposit here is told before the files are read. */
  const opens = async (visit: SignedVisit): Promise<boolean> => {
    const sheet = await reachSheet(prisma, referential, visit);
    placeIn(sheet, visit);
    mustBeAnswerable(sheet);
    return true;
  };

  const deposit = async (visit: SignedVisit, sent: SentProof): Promise<void> => {
    const files = receivedIn(visit);
    let ended = false;
    const { done, superfluous } = await editProofs(deps, visit, async (transaction, sheet) => {
      ended = false;
      const place = placeIn(sheet, visit);
      refuseDeposit(depositProblem(place, sheet.proofs, { ...sent, files: files.length }), fields);
      refuseAt(fields.file, keptProblem(sheet.proofs, place.code, files.length));
      const kept = await keepFiles(deps, transaction, files, {
        companyId: sheet.subject.companyId,
        now: visit.now,
        refuse: (problem) => refuseAt(fields.file, problem),
      });
      const added: ReceivedFile[] = [];
      for (const { file, id: fileId } of kept) {
        const same = { criterion: place.code, type: sent.type, name: file.originalName };
        const where = { ...same, subjectId: sheet.subject.id, questionnaire: sheet.questionnaire.id, fileId };
        if (await isDeposited(transaction, where)) continue;
        const { contentType } = file;
        const final = isFinalAtOnce(place, sent.type);
        await addProof(transaction, visit, { ...where, contentType, description: sent.description, final });
        added.push(file);
      }
      await markStale(transaction, [sheet.subject.id]);
      // The last: whoever writes the trail has everybody else wait
      const { who, where: questionnaire } = about(sheet, visit);
      const type = typeTitle(place, sent.type);
      for (const { originalName, sha256 } of added) {
        const details = { ...questionnaire, demarche: sheet.demarche.title, criterion: place.code, type, sha256 };
        await record(transaction, { ...who, action: 'proof.deposited', details: { ...details, file: originalName } });
      }
      ended = true;
      return {
        done: wordsOf(place, sent, added.length),
        superfluous: kept.flatMap(({ file, key }) => (key === file.key ? [] : [file.key])),
      };
    }).catch(async (failure: unknown) => {
      // Nothing was asked to be kept: nothing names them. Once it was, they may be named, whatever was answered.
      if (!ended)
        await removeFiles(
          deps,
          files.map(({ key }) => key),
        );
      throw failure;
    });
    // They are named now: whatever fails from here on, the form discards them no more
    visit.req.received = new Map();
    deps.scanning?.wake();
    await removeFiles(deps, superfluous);
    await answerDone(deps, visit, done);
  };

  return { opens, deposit };
}

function wordsOf(place: ProofPlace, { type }: SentProof, added: number): Done {
  const where = `${place.code}, ${typeTitle(place, type)}.`;
  if (added === 0) return { title: 'Ce fichier était déjà déposé', text: where };
  return { title: `${counted(added, 'preuve déposée', 'preuves déposées')}`, text: where };
}

/** The form made sure that there is at least one, all accepted. */
function receivedIn({ req }: SignedVisit): readonly ReceivedFile[] {
  return (req.received?.get('fichier') ?? []).flatMap((file) => (file.ok ? [file] : []));
}
