import type { Transaction } from '../database/transaction.ts';
import { canonical } from '../domain/canonical.ts';
import type { Item } from '../domain/enrolment/items.ts';
import type { QuestionnaireMean } from '../domain/enrolment/means.ts';
import type { Progress } from '../domain/progress.ts';
import type { SubjectKind } from '../domain/subjects/subject.ts';

/** A row of `ProgressItem`. */
export interface KeptItem extends Omit<Item, 'closed'> {
  readonly enrolmentId: string;
  readonly position: number;
  readonly closed: boolean;
}

/** A row of `AxisMean`. */
export interface KeptMean extends QuestionnaireMean {
  readonly subjectId: string;
  readonly demarche: string;
}

/** What is counted of a row of `Enrolment`. */
export interface KeptState {
  readonly id: string;
  readonly state: Progress;
  readonly computedFor: string;
  /** JSON has no dates. */
  readonly doneAt: string | null;
}

interface Rows<Row> {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** A subject as it was counted last, and what the count is made of beside its answers. */
export interface CountedSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly declared: unknown;
  readonly enrolments: readonly (KeptState & { readonly demarche: string })[];
  readonly items: readonly KeptItem[];
  readonly means: readonly KeptMean[];
}

export async function countedSubjects(
  transaction: Transaction,
  subjectIds: readonly string[],
): Promise<readonly CountedSubject[]> {
  return transaction.$queryRaw<CountedSubject[]>`
    SELECT s."id", s."kind", s."declared",
      (SELECT coalesce(json_agg(e), '[]') FROM (
        SELECT "id", "demarche", "state", "computedFor", "doneAt" FROM "Enrolment" WHERE "subjectId" = s."id") e) AS "enrolments",
      (SELECT coalesce(json_agg(i), '[]') FROM "Enrolment" e JOIN "ProgressItem" i ON i."enrolmentId" = e."id"
        WHERE e."subjectId" = s."id") AS "items",
      (SELECT coalesce(json_agg(m), '[]') FROM "AxisMean" m WHERE m."subjectId" = s."id") AS "means"
    FROM "Subject" s WHERE s."id" = ANY(${[...subjectIds]}::uuid[])`;
}

/** One at a time for a subject, until the transaction ends: two would write the same rows. */
export async function lockCounts(transaction: Transaction, subjectIds: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    SELECT 1 FROM "Enrolment" WHERE "subjectId" = ANY(${[...subjectIds]}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

/** A statement; none when nothing changed. */
export async function keepItems(transaction: Transaction, rows: Rows<KeptItem>): Promise<void> {
  const { gone, written } = difference(rows, (row) => [row.enrolmentId, row.questionnaire, row.act]);
  if (gone.length + written.length === 0) return;
  await transaction.$executeRaw`
    WITH gone AS (
      DELETE FROM "ProgressItem" i USING json_populate_recordset(NULL::"ProgressItem", ${JSON.stringify(gone)}::json) g
      WHERE i."enrolmentId" = g."enrolmentId" AND i."questionnaire" = g."questionnaire" AND i."act" = g."act"
    )
    INSERT INTO "ProgressItem" SELECT * FROM json_populate_recordset(NULL::"ProgressItem", ${JSON.stringify(written)}::json)
    ON CONFLICT ("enrolmentId", "questionnaire", "act") DO UPDATE SET
      "position" = EXCLUDED."position", "state" = EXCLUDED."state", "closed" = EXCLUDED."closed", "done" = EXCLUDED."done",
      "total" = EXCLUDED."total", "attained" = EXCLUDED."attained", "shortfalls" = EXCLUDED."shortfalls"`;
}

/** A statement; none when nothing changed. */
export async function keepMeans(transaction: Transaction, rows: Rows<KeptMean>): Promise<void> {
  const { gone, written } = difference(rows, (row) => [row.subjectId, row.demarche, row.questionnaire, row.axis]);
  if (gone.length + written.length === 0) return;
  await transaction.$executeRaw`
    WITH gone AS (
      DELETE FROM "AxisMean" m USING json_populate_recordset(NULL::"AxisMean", ${JSON.stringify(gone)}::json) g
      WHERE m."subjectId" = g."subjectId" AND m."demarche" = g."demarche" AND m."questionnaire" = g."questionnaire" AND m."axis" = g."axis"
    )
    INSERT INTO "AxisMean" SELECT * FROM json_populate_recordset(NULL::"AxisMean", ${JSON.stringify(written)}::json)
    ON CONFLICT ("subjectId", "demarche", "questionnaire", "axis") DO UPDATE SET "sum" = EXCLUDED."sum", "count" = EXCLUDED."count"`;
}

/** A statement; none when nothing changed. */
export async function keepStates(transaction: Transaction, rows: Rows<KeptState>): Promise<void> {
  const { written } = difference(rows, ({ id }) => [id]);
  if (written.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "Enrolment" e SET "state" = w."state", "computedFor" = w."computedFor", "doneAt" = w."doneAt"
    FROM json_populate_recordset(NULL::"Enrolment", ${JSON.stringify(written)}::json) w WHERE e."id" = w."id"`;
}

/** Told apart by a key of theirs: what is not there any more, and what is new or otherwise. */
function difference<Row>(
  { before, after }: Rows<Row>,
  keyOf: (row: Row) => readonly string[],
): { readonly gone: readonly Row[]; readonly written: readonly Row[] } {
  const key = (row: Row): string => keyOf(row).join(' ');
  const known = new Map(before.map((row) => [key(row), canonical(row)]));
  const wanted = new Set(after.map(key));
  return {
    gone: before.filter((row) => !wanted.has(key(row))),
    written: after.filter((row) => known.get(key(row)) !== canonical(row)),
  };
}
