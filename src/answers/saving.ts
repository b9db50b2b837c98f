import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { type DraftAnswer, nothingSaid, saysTheSame } from '../domain/answers/draft.ts';
import { offeredProblem } from '../domain/answers/offered.ts';
import { holds } from '../domain/condition/evaluate.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import type { Profile } from '../domain/profile/profile.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { demarcheIn } from '../parcours/found.ts';
import { lockSubject } from '../subjects/lock.ts';
import { refreshProgress } from '../subjects/progress.ts';
import { referenceIn } from '../subjects/reach.ts';
import { reread } from '../subjects/rereading.ts';
import type { SignedVisit } from '../web/visit.ts';
import { askedEntry, askingOf } from './asked.ts';
import { mustBeAnswerable, reachSheet } from './reach.ts';
import { answersNow, type SentAnswer, saveAnswers } from './save.ts';
import type { SheetKey } from './sheet.ts';
import { startDraft } from './start.ts';

/** What became of one answer: saved, or somebody answered otherwise meanwhile. */
export type OneSaved =
  | { readonly kind: 'saved'; readonly criterion: string; readonly revision: number }
  | { readonly kind: 'conflict'; readonly criterion: string; readonly theirs: DraftAnswer };

type Needs = Pick<Deps, 'prisma' | 'referential' | 'toCount'>;
type Key = SheetKey & { readonly demarche: string };

/**
 * Saves answers into the draft of the questionnaire that the address names: two small queries while a draft is open, and it is started
 * otherwise. Nothing is lost nor overwritten: each answer is saved, or its conflict is told.
 */
export async function saveSent(
  deps: Needs,
  visit: SignedVisit,
  sent: readonly SentAnswer[],
): Promise<readonly OneSaved[]> {
  const { prisma, referential, toCount } = deps;
  const { key, demarche } = keyOf(visit, referential);
  for (const answer of sent) mustBeOffered(referential, key, answer);
  const asking = await askingOf(prisma, visit.actor, key.reference);
  const { subject, closed, profile } = askedEntry(referential, demarche, key, asking);
  mustBeAnswerable({ subject, closed });
  for (const { criterion } of sent) mustApply(referential, key, profile, criterion);
  if (sent.some(({ optionId }) => optionId !== null)) await mustBeOptions(deps, visit, sent);
  const { draftId, saved, subjectId, marked } = await saveOrStart(deps, visit, key, sent);
  if (subjectId !== null) toCount.add(subjectId);
  if (marked) await readAgain(deps, visit, key);
  return outcomes(prisma, draftId, sent, saved);
}

async function saveOrStart(deps: Needs, visit: SignedVisit, key: Key, sent: readonly SentAnswer[]) {
  for (const start of [true, false]) {
    const result = await saveAnswers(deps.prisma, visit, key, sent);
    const { draftId } = result;
    if (draftId !== null) return { ...result, draftId };
    if (start) await startDraft(deps, visit, key);
  }
  throw new Conflict('Ce questionnaire vient d’être validé par quelqu’un d’autre.');
}

/** P5: saved, the questionnaire was read again. */
function readAgain({ prisma, referential }: Needs, visit: SignedVisit, { reference, questionnaire }: Key) {
  return inTransaction(prisma, async (transaction) => {
    await lockSubject(transaction, visit.actor, reference);
    const { subject } = await reachSheet(transaction, referential, visit);
    await reread(transaction, referential, subject, questionnaire);
    await refreshProgress(transaction, referential, [subject.id], visit.now);
  });
}

/** Q2: option products of the company that this person sees, or that the draft cites already. */
async function mustBeOptions(
  { prisma, referential }: Needs,
  visit: SignedVisit,
  sent: readonly SentAnswer[],
): Promise<void> {
  const { options } = await reachSheet(prisma, referential, visit);
  for (const { criterion, optionId } of sent) {
    if (optionId !== null && !options.some(({ id }) => id === optionId)) {
      throw new Invalid([{ field: `option-${criterion}`, message: 'Choisissez un produit option dans la liste.' }]);
    }
  }
}

async function outcomes(
  transaction: Transaction,
  draftId: string,
  sent: readonly SentAnswer[],
  saved: readonly { readonly criterion: string; readonly revision: number }[],
): Promise<readonly OneSaved[]> {
  const revisions = new Map(saved.map(({ criterion, revision }) => [criterion, revision]));
  const others = sent.filter(({ criterion }) => !revisions.has(criterion)).map(({ criterion }) => criterion);
  const now = others.length === 0 ? [] : await answersNow(transaction, draftId, others);
  return sent.map((answer) => {
    const { criterion } = answer;
    const revision = revisions.get(criterion);
    if (revision !== undefined) return { kind: 'saved', criterion, revision };
    const theirs = now.find((one) => one.criterion === criterion) ?? gone(criterion);
    // Sent twice, or said by two people: nothing to choose.
    return saysTheSame(answer, theirs)
      ? { kind: 'saved', criterion, revision: theirs.revision }
      : { kind: 'conflict', criterion, theirs };
  });
}

/** P5: dropped since, with the criterion that vanished: nothing is said of it any more. */
function gone(criterion: string): DraftAnswer {
  return { ...nothingSaid, criterion, revision: 0, answeredAt: new Date(0), answeredBy: '', answeredById: null };
}

/** The questionnaire that the address names, before anything is asked of the database. */
function keyOf(visit: SignedVisit, referential: Referential): { readonly key: Key; readonly demarche: Demarche } {
  const { demarche } = demarcheIn(visit, referential);
  const questionnaire = String(visit.req.params.slug);
  if (!demarche.entries.some((entry) => entry.questionnaire === questionnaire)) {
    throw new NotFound('Ce questionnaire est introuvable.');
  }
  const reference = referenceIn(visit);
  return { key: { reference, questionnaire, act: 'EVALUATION', demarche: demarche.id }, demarche };
}

/** P5: an answer to what does not apply would be dropped at the validation: it is refused rather than kept for nothing. */
function mustApply(referential: Referential, { demarche, questionnaire }: Key, profile: Profile, code: string): void {
  const asked = referential.scope(demarche, questionnaire)?.criteria.find(({ criterion }) => criterion.code === code);
  if (asked !== undefined && holds(asked.when, profile)) return;
  const message = `Le critère ${code} ne s’applique pas, ou plus, à cet objet : rechargez la page.`;
  throw new Invalid([{ field: code, message }]);
}

/** Q2: a criterion that the démarche asks, and an answer that it offers. */
function mustBeOffered(referential: Referential, { demarche, questionnaire }: Key, sent: SentAnswer): void {
  const { criterion } = sent;
  const asked = referential.scope(demarche, questionnaire)?.criteria.find((one) => one.criterion.code === criterion);
  if (asked === undefined) {
    throw new Invalid([{ field: criterion, message: `Cette démarche ne demande pas le critère ${criterion}.` }]);
  }
  const problem = offeredProblem(asked.criterion, sent);
  if (problem !== null) throw new Invalid([{ field: criterion, message: problem }]);
}
