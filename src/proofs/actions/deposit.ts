import { mustBeAnswerable, reachSheet } from '../../answers/reach.ts';
import { record } from '../../audit/record.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { Invalid } from '../../domain/errors.ts';
import { counted } from '../../domain/french/plural.ts';
import { type DepositProblem, depositProblem } from '../../domain/proofs/acts.ts';
import type { ProofPlace } from '../../domain/proofs/places.ts';
import { removeFiles } from '../../jobs/stray-files.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { editProofs, placeIn } from '../editing.ts';
import { typeTitle } from '../panel.ts';
import type { SentProof } from '../schemas.ts';
import {
  addProof,
  isDeposited,
  type KeptFile,
  keepFile,
  markStale,
  type ReceivedFile,
  replaceCopy,
} from '../store.ts';
import { about, answerDone, type Done } from './answer.ts';

/** The fields of a form that a problem is told at. */
export type ProblemFields = Readonly<Record<DepositProblem['at'], string>>;

const fields: ProblemFields = { type: 'type', file: 'fichier', confirmation: 'confirme' };

export function refuseDeposit(problem: DepositProblem | null, at: ProblemFields): void {
  if (problem !== null) throw new Invalid([{ field: at[problem.at], message: problem.message }]);
}

/** Q7: proofs are deposited: each file is in storage already, then all is said in one transaction. */
export function depositProofs(deps: Deps) {
  const { prisma, referential, storage } = deps;

  /** Whoever may not deposit here is told before the files are read. */
  const opens = async (visit: SignedVisit): Promise<boolean> => {
    const sheet = await reachSheet(prisma, referential, visit);
    placeIn(sheet, visit);
    mustBeAnswerable(sheet);
    return true;
  };

  const deposit = async (visit: SignedVisit, sent: SentProof): Promise<void> => {
    const files = receivedIn(visit);
    const { done, superfluous } = await editProofs(deps, visit, async (transaction, sheet) => {
      const place = placeIn(sheet, visit);
      refuseDeposit(depositProblem(place, sheet.proofs, { ...sent, files: files.length }), fields);
      const superfluous: string[] = [];
      let added = 0;
      for (const file of files) {
        const kept = await keep(transaction, sheet.subject.companyId, visit, file);
        if (kept.key !== file.key) superfluous.push(file.key);
        const same = { criterion: place.code, type: sent.type, name: file.originalName };
        const where = { ...same, subjectId: sheet.subject.id, questionnaire: sheet.questionnaire.id, fileId: kept.id };
        if (await isDeposited(transaction, where)) continue;
        const { contentType, originalName, sha256 } = file;
        const final = place.types.some(({ id, once }) => id === sent.type && once);
        await addProof(transaction, visit, { ...where, contentType, description: sent.description, final });
        added += 1;
        const { who, where: questionnaire } = about(sheet, visit);
        const type = typeTitle(place, sent.type);
        const details = { ...questionnaire, demarche: sheet.demarche.title, criterion: place.code, type, sha256 };
        await record(transaction, { ...who, action: 'proof.deposited', details: { ...details, file: originalName } });
      }
      await markStale(transaction, [sheet.subject.id]);
      return { done: wordsOf(place, sent, added), superfluous };
    });
    // They are named now: whatever fails from here on, the form discards them no more
    visit.req.received = new Map();
    deps.scanning?.wake();
    await removeFiles(deps, superfluous);
    await answerDone(deps, visit, done);
  };

  /** The content that the company had already, unless its copy is gone. */
  const keep = async (
    transaction: Transaction,
    companyId: string,
    { now }: SignedVisit,
    file: ReceivedFile,
  ): Promise<KeptFile> => {
    const state = deps.scanning === null ? 'READY' : 'WAITING';
    const kept = await keepFile(transaction, companyId, file, { state, now });
    if (kept.key === file.key || (await storage.has(kept.key))) return kept;
    await replaceCopy(transaction, kept, file.key);
    return { ...kept, key: file.key };
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
