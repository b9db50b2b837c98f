import type { Transaction } from '../database/transaction.ts';
import { frozenResponse, mustBeComplete } from '../domain/answers/validation.ts';
import { canonical } from '../domain/canonical.ts';
import type { Frozen } from '../domain/enrolment/frozen.ts';
import { Conflict } from '../domain/errors.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import { isLive } from '../domain/proofs/deposited.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { citedSubject, subjectWords } from '../domain/subjects/subject.ts';
import { lockSubject } from '../subjects/lock.ts';
import { refreshProgress } from '../subjects/progress.ts';
import { referenceIn } from '../subjects/reach.ts';
import { reread } from '../subjects/rereading.ts';
import { storedFrozen } from '../subjects/work.ts';
import type { SignedVisit } from '../web/visit.ts';
import { openDraft } from './draft.ts';
import { completionOf, mustBeAnswerable, type ReachedSheet, reachSheet } from './reach.ts';

export interface Validation {
  readonly sheet: ReachedSheet;
  /** 1 for the first. */
  readonly number: number;
}

/**
 * Q3, Q4: what is drafted becomes the last validated response, frozen with its scores, in the transaction given; nothing is saved into the
 * draft meanwhile. Refused while anything is missing. Whoever calls this has checked the right to validate.
 */
export async function validateDraft(
  transaction: Transaction,
  referential: Referential,
  visit: SignedVisit,
): Promise<Validation> {
  await lockSubject(transaction, visit.actor, referenceIn(visit));
  const opened = await reachSheet(transaction, referential, visit);
  mustBeAnswerable(opened);
  const draftId = await openDraft(transaction, visit, opened);
  const [locked] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Response" WHERE "id" = ${draftId}::uuid AND "status" = 'DRAFT' FOR UPDATE`;
  if (locked === undefined) throw new Conflict('Ce questionnaire vient d’être validé par quelqu’un d’autre.');
  // Read again now that nobody writes into it; P5: what vanished goes first.
  await reread(transaction, referential, opened.subject, opened.questionnaire.id);
  const sheet = await reachSheet(transaction, referential, visit);
  mustBeComplete(completionOf(sheet));
  const { subject, questionnaire, answered, current, proofs, options } = sheet;
  const joined = referential.demarches.filter(({ id }) => sheet.joined.includes(id));
  const live = proofs.filter(isLive);
  const frozen = frozenResponse(referential, {
    questionnaire: questionnaire.id,
    subject: subjectWords[subject.kind],
    declared: subject.declared,
    draft: current,
    answered,
    files: live.map(({ id, criterion, type, name, description }) => ({ id, criterion, type, name, description })),
    options: Object.fromEntries(options.map((option) => [option.id, citedSubject(option)])),
    joined,
  });
  mustBeNews(opened, frozen);
  const number = (sheet.validated?.number ?? 0) + 1;
  const { actor, now } = visit;
  const version = await transaction.publishedVersion.findFirstOrThrow({
    where: { kind: 'QUESTIONNAIRE', name: questionnaire.id },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  await transaction.response.update({
    where: { id: draftId },
    data: {
      status: 'VALIDATED',
      number,
      versionId: version.id,
      validatedAt: now,
      validatedBy: actor.name,
      frozen: storedFrozen(frozen),
    },
  });
  // Its history is the document: the rows were those of the draft.
  await transaction.answer.deleteMany({ where: { responseId: draftId } });
  await transaction.sectionSwitch.deleteMany({ where: { responseId: draftId } });
  await transaction.remark.deleteMany({ where: { responseId: draftId } });
  await refreshProgress(transaction, referential, [subject.id], now);
  return { sheet, number };
}

/** Q4: validated twice in a row, from two pages open at once, it is kept once. */
function mustBeNews({ draft, validated }: Pick<ReachedSheet, 'draft' | 'validated'>, frozen: Frozen): void {
  if (draft !== null || validated === null) return;
  if (canonical(storedFrozen(frozen)) !== canonical(validated.frozen)) return;
  const { validatedAt, validatedBy } = validated;
  throw new Conflict(
    `Ce questionnaire est déjà validé, le ${formatDateTime(validatedAt)} par ${validatedBy}\u00a0: rien n’y a changé depuis.`,
  );
}
