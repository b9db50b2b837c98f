import { openDraft } from '../answers/draft.ts';
import { mustBeAnswerable, type ReachedSheet, reachSheet } from '../answers/reach.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { type ProofPlace, proofPlace } from '../domain/proofs/places.ts';
import { lockSubject } from '../subjects/lock.ts';
import type { SignedVisit } from '../web/visit.ts';
import { lockDraft } from './store.ts';

const noPlace = 'Cette exigence n’attend pas de preuve, ou ne s’applique pas à cet objet.';

/** The place that the address names, among those that expect proofs. */
export function placeIn(sheet: ReachedSheet, { req }: Pick<SignedVisit, 'req'>): ProofPlace {
  const place = proofPlace(sheet, String(req.params.code));
  if (place === null) throw new NotFound(noPlace);
  return place;
}

/** The same, or a criterion that expects none any more and still has some: they may be read. */
export function placeOrLeft(sheet: ReachedSheet, { req }: Pick<SignedVisit, 'req'>): ProofPlace {
  const code = String(req.params.code);
  if (!sheet.proofs.some(({ criterion }) => criterion === code)) return placeIn(sheet, { req });
  return proofPlace(sheet, code) ?? { code, title: code, types: [], scenarios: [] };
}

/**
 * Q4: whatever is done to proofs is an edit of the draft, and is judged on what it then holds: nobody validates it nor deposits
 * meanwhile.
 */
export async function editProofs<Result>(
  { prisma, referential }: Pick<Deps, 'prisma' | 'referential'>,
  visit: SignedVisit,
  edit: (transaction: Transaction, sheet: ReachedSheet) => Promise<Result>,
): Promise<Result> {
  // Outside: what is done while others wait for the draft is short
  const opened = await reachSheet(prisma, referential, visit);
  mustBeAnswerable(opened);
  return inTransaction(prisma, async (transaction) => {
    await lockSubject(transaction, visit.actor, opened.subject.reference);
    const draftId = await openDraft(transaction, visit, opened);
    if (!(await lockDraft(transaction, draftId))) throw new Conflict(justValidated);
    const sheet = await reachSheet(transaction, referential, visit);
    mustBeAnswerable(sheet);
    return edit(transaction, sheet);
  });
}

const justValidated = 'Ce questionnaire vient d’être validé par quelqu’un d’autre\u00a0: recommencez pour le modifier.';
