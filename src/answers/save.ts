import { Prisma } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';
import type { DraftAnswer, Said } from '../domain/answers/draft.ts';
import { visibleTo } from '../subjects/scope.ts';
import { asDraftAnswer, type SheetKey } from './sheet.ts';

/** One answer sent, and the revision that its sender saw: 0 where there was none yet. */
export interface SentAnswer extends Said {
  readonly criterion: string;
  readonly revision: number;
}

export interface Saved {
  /** The draft that was written into; null: none is open, the subject is archived, or not this person's. */
  readonly draftId: string | null;
  readonly subjectId: string | null;
  readonly saved: readonly { readonly criterion: string; readonly revision: number }[];
  /** P5: the questionnaire is marked as to be read again: saving it is that. */
  readonly marked: boolean;
}

/**
 * Saves these answers in one statement, each only if nobody changed it meanwhile: the others are missing from `saved`. What is counted of
 * the subject's démarches is marked as to be counted anew. While a validation holds the draft, this waits, and finds no draft.
 */
export async function saveAnswers(
  transaction: Transaction,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  key: SheetKey & { readonly demarche: string },
  answers: readonly SentAnswer[],
): Promise<Saved> {
  const sent = answers.map(({ criterion, revision, answer, comment, dependsOnOption, optionId }) => ({
    criterion,
    revision,
    comment,
    dependsOnOption,
    optionId,
    level: answer?.kind === 'level' ? answer.level : null,
    notApplicable: answer?.kind === 'na',
  }));
  const [row] = await transaction.$queryRaw<Saved[]>(Prisma.sql`
    WITH draft AS MATERIALIZED (
      SELECT r."id", r."subjectId" FROM "Subject" s
      JOIN "Enrolment" e ON e."subjectId" = s."id" AND e."demarche" = ${key.demarche}
      JOIN "Response" r ON r."subjectId" = s."id" AND r."questionnaire" = ${key.questionnaire} AND r."act" = ${key.act}::"Act"
        AND r."status" = 'DRAFT'
      WHERE s."reference" = ${key.reference} AND s."archivedAt" IS NULL AND ${visibleTo(actor)}
      FOR SHARE OF r
    ), saved AS (
      INSERT INTO "Answer" ("responseId", "criterion", "level", "notApplicable", "comment", "dependsOnOption", "optionId", "revision",
                            "answeredAt", "answeredById", "answeredBy")
      SELECT draft."id", a."criterion", a."level", a."notApplicable", a."comment", a."dependsOnOption", a."optionId", a."revision" + 1,
             ${now}, ${actor.id}::uuid, ${actor.name}
      FROM draft, json_to_recordset(${JSON.stringify(sent)}::json) AS a("criterion" text, "revision" int, "level" smallint,
        "notApplicable" boolean, "comment" text, "dependsOnOption" boolean, "optionId" uuid)
      WHERE a."revision" = 0 OR EXISTS (SELECT 1 FROM "Answer" x WHERE x."responseId" = draft."id" AND x."criterion" = a."criterion")
      ON CONFLICT ("responseId", "criterion") DO UPDATE SET
        "level" = EXCLUDED."level", "notApplicable" = EXCLUDED."notApplicable", "comment" = EXCLUDED."comment",
        "dependsOnOption" = EXCLUDED."dependsOnOption", "optionId" = EXCLUDED."optionId", "revision" = EXCLUDED."revision",
        "answeredAt" = EXCLUDED."answeredAt", "answeredById" = EXCLUDED."answeredById", "answeredBy" = EXCLUDED."answeredBy"
      WHERE "Answer"."revision" = EXCLUDED."revision" - 1
      RETURNING "criterion", "revision"
    ), stale AS (
      UPDATE "Enrolment" SET "computedFor" = '' WHERE "id" IN (
        SELECT "id" FROM "Enrolment" WHERE "subjectId" IN (SELECT "subjectId" FROM draft) AND "computedFor" <> ''
        ORDER BY "id" FOR NO KEY UPDATE)
    )
    SELECT (SELECT "id" FROM draft) AS "draftId", (SELECT "subjectId" FROM draft) AS "subjectId",
      (SELECT coalesce(json_agg(saved), '[]') FROM saved) AS "saved",
      EXISTS (SELECT 1 FROM "Rereading" t JOIN draft ON draft."subjectId" = t."subjectId"
              WHERE t."questionnaire" = ${key.questionnaire}) AS "marked"`);
  return row ?? { draftId: null, subjectId: null, saved: [], marked: false };
}

/** What the draft says of these criteria now: what a save met. */
export async function answersNow(
  transaction: Transaction,
  draftId: string,
  criteria: readonly string[],
): Promise<readonly DraftAnswer[]> {
  const rows = await transaction.answer.findMany({
    where: { responseId: draftId, criterion: { in: [...criteria] } },
  });
  return rows.map((row) => asDraftAnswer({ ...row, answeredAt: row.answeredAt.toISOString() }));
}
