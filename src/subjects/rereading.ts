import type { Transaction } from '../database/transaction.ts';
import { askedBy } from '../domain/applicability/asked.ts';
import { shownCodes } from '../domain/applicability/difference.ts';
import { profileOf } from '../domain/profile/profile.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { droppedCodes, mergedRereading, type Rereading } from '../domain/subjects/rereading.ts';
import { type Subject, subjectWords } from '../domain/subjects/subject.ts';
import type { SignedVisit } from '../web/visit.ts';
import { joinedBy } from './joined.ts';

/** P5: each of these questionnaires is to be read again; a change that takes another back leaves nothing to read. */
export async function markToReread(
  transaction: Transaction,
  { actor, now }: Pick<SignedVisit, 'actor' | 'now'>,
  subjectId: string,
  changes: ReadonlyMap<string, Rereading>,
): Promise<void> {
  const marks = await transaction.rereading.findMany({
    where: { subjectId, questionnaire: { in: [...changes.keys()] } },
  });
  for (const [questionnaire, change] of changes) {
    const before = marks.find((one) => one.questionnaire === questionnaire) ?? null;
    const merged = mergedRereading(before, change);
    if (merged === null) {
      await transaction.rereading.deleteMany({ where: { subjectId, questionnaire } });
      continue;
    }
    const { appeared, vanished } = merged;
    const mark = { since: now, changedBy: actor.name, appeared: [...appeared], vanished: [...vanished] };
    const where = { subjectId_questionnaire: { subjectId, questionnaire } };
    await transaction.rereading.upsert({ where, create: { subjectId, questionnaire, ...mark }, update: mark });
  }
}

/**
 * P5: a questionnaire was read again: its mark goes, and the draft loses the answers to the criteria that vanished. To be called in
 * the transaction that saves or validates, under the subject's lock, before `refreshProgress`. What was validated before stays as it was (Q4).
 */
export async function reread(
  transaction: Transaction,
  referential: Referential,
  { id: subjectId, kind, declared }: Pick<Subject, 'id' | 'kind' | 'declared'>,
  questionnaire: string,
): Promise<void> {
  const mark = await transaction.rereading.findUnique({
    where: { subjectId_questionnaire: { subjectId, questionnaire } },
  });
  if (mark === null) return;
  const joined = await joinedBy(transaction, referential, subjectId);
  const asked = askedBy(referential, joined, subjectWords[kind]).find((one) => one.questionnaire.id === questionnaire);
  const shown = shownCodes(asked?.scopes ?? [], profileOf(referential.questions, declared));
  const dropped = [...droppedCodes(mark, shown)];
  await transaction.answer.deleteMany({
    where: {
      criterion: { in: dropped },
      response: { subjectId, questionnaire, act: 'EVALUATION', status: 'DRAFT' },
    },
  });
  await transaction.rereading.deleteMany({ where: { subjectId, questionnaire } });
}
