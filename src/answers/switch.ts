import type { Transaction } from '../database/transaction.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { lockSubject } from '../subjects/lock.ts';
import { refreshProgress } from '../subjects/progress.ts';
import { referenceIn } from '../subjects/reach.ts';
import { reread } from '../subjects/rereading.ts';
import type { SignedVisit } from '../web/visit.ts';
import { openDraft } from './draft.ts';
import { mustBeAnswerable, reachSheet } from './reach.ts';

/** A section, and why it is not applicable; null: it applies again. */
export interface Switched {
  readonly section: string;
  readonly reason: string | null;
}

/**
 * Q5: switches sections of the draft to N/A and back. What was answered in them stays. Of two people, the last one wins, and is named:
 * nothing is lost by it.
 */
export async function switchSections(
  transaction: Transaction,
  referential: Referential,
  visit: SignedVisit,
  switched: readonly Switched[],
): Promise<void> {
  await lockSubject(transaction, visit.actor, referenceIn(visit));
  const sheet = await reachSheet(transaction, referential, visit);
  mustBeAnswerable(sheet);
  const offered = sheet.criteria.flatMap(({ sections }) => sections).filter((one) => one.mayBeNotApplicable);
  for (const { section } of switched) {
    if (offered.some(({ id }) => id === section)) continue;
    throw new Invalid([{ field: '', message: 'Cette section ne peut pas être déclarée non applicable.' }]);
  }
  const responseId = await openDraft(transaction, visit, sheet);
  // A validation that holds the draft goes first: there is none to write into any more.
  const [open] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Response" WHERE "id" = ${responseId}::uuid AND "status" = 'DRAFT' FOR SHARE`;
  if (open === undefined) throw new Conflict('Ce questionnaire vient d’être validé par quelqu’un d’autre.');
  const { actor, now } = visit;
  for (const { section, reason } of switched) {
    const where = { responseId_section: { responseId, section } };
    if (reason === null) {
      await transaction.sectionSwitch.deleteMany({ where: where.responseId_section });
      continue;
    }
    const row = { reason, switchedAt: now, switchedById: actor.id, switchedBy: actor.name };
    await transaction.sectionSwitch.upsert({ where, create: { responseId, section, ...row }, update: row });
  }
  await reread(transaction, referential, sheet.subject, sheet.questionnaire.id);
  await refreshProgress(transaction, referential, [sheet.subject.id], now);
}
