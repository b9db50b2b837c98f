import type { Transaction } from '../database/transaction.ts';
import { carriedOver } from '../domain/answers/carried.ts';
import type { SignedVisit } from '../web/visit.ts';
import type { ReachedSheet } from './reach.ts';
import type { SheetKey } from './sheet.ts';

type Started = Pick<ReachedSheet, 'subject' | 'questionnaire' | 'draft' | 'validated'>;

/**
 * The draft that a save writes into; Q4: it starts from the last validated answers, at revision 0. Of two people who start it at once,
 * one does and the other writes into it.
 */
export async function openDraft(
  transaction: Transaction,
  { actor, now }: Pick<SignedVisit, 'actor' | 'now'>,
  { subject, questionnaire, draft, validated }: Started,
  act: SheetKey['act'] = 'EVALUATION',
): Promise<string> {
  if (draft !== null) return draft.id;
  const [started] = await transaction.$queryRaw<{ id: string }[]>`
    INSERT INTO "Response" ("id", "subjectId", "questionnaire", "act", "versionId", "startedAt", "startedBy")
    SELECT gen_random_uuid(), ${subject.id}::uuid, ${questionnaire.id}, ${act}::"Act", v."id", ${now}, ${actor.name}
    FROM "PublishedVersion" v WHERE v."kind" = 'QUESTIONNAIRE' AND v."name" = ${questionnaire.id}
    ORDER BY v."number" DESC LIMIT 1
    ON CONFLICT ("subjectId", "questionnaire", "act") WHERE "status" = 'DRAFT' DO NOTHING
    RETURNING "id"`;
  if (started === undefined) return draftOf(transaction, subject.id, questionnaire.id, act);
  if (validated !== null) await carryOver(transaction, actor.id, started.id, carriedOver(validated));
  return started.id;
}

async function draftOf(
  transaction: Transaction,
  subjectId: string,
  questionnaire: string,
  act: SheetKey['act'],
): Promise<string> {
  const { id } = await transaction.response.findFirstOrThrow({
    where: { subjectId, questionnaire, act, status: 'DRAFT' },
    select: { id: true },
  });
  return id;
}

async function carryOver(
  transaction: Transaction,
  actorId: string,
  responseId: string,
  { answers, switches }: ReturnType<typeof carriedOver>,
): Promise<void> {
  await transaction.answer.createMany({
    data: answers.map(({ answer, answeredById, ...row }) => ({
      ...row,
      responseId,
      level: answer?.kind === 'level' ? answer.level : null,
      notApplicable: answer?.kind === 'na',
      answeredById: answeredById ?? actorId,
    })),
  });
  await transaction.sectionSwitch.createMany({
    data: switches.map((one) => ({ ...one, responseId, switchedById: actorId })),
  });
}
