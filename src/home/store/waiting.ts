import { Prisma } from '../../database/generated/client.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/accounts/person.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Projected } from '../../domain/projection/out-of-date.ts';
import type { Marked, News, OpenDraft } from '../../domain/todo/tasks.ts';
import { asProjected, type ProjectedRow, projectedAmong } from '../../subjects/projected.ts';
import { visibleTo } from '../../subjects/scope.ts';

/** A draft, with where it is answered. */
export interface PlacedDraft extends OpenDraft {
  /** The criterion that the reader saved last. */
  readonly criterion: string;
  /** As each démarche that asks the questionnaire counts it (D2). */
  readonly places: readonly Place[];
}

export interface Place {
  readonly demarche: string;
  readonly state: Progress;
  readonly done: number;
  readonly total: number;
  readonly closed: boolean;
}

export interface Found {
  readonly drafts: readonly PlacedDraft[];
  readonly marked: readonly Marked[];
  readonly projected: readonly Projected[];
  readonly news: readonly News[];
}

/** JSON has no dates. */
interface Row {
  readonly drafts: readonly (Omit<PlacedDraft, 'requestedAt' | 'returnedAt' | 'mineAt'> & {
    readonly requestedAt: string | null;
    readonly returnedAt: string | null;
    readonly mineAt: string | null;
  })[];
  readonly marked: readonly (Omit<Marked, 'since'> & { readonly since: string })[];
  readonly projected: readonly ProjectedRow[];
  readonly news: readonly (Omit<News, 'createdAt'> & { readonly createdAt: string })[];
}

/** How many notifications are read of those that wait. */
const NEWS = 50;

/** What may wait for this person, in one query; P6: without what is archived. */
export async function whatWaits(transaction: Transaction, actor: Actor): Promise<Found> {
  const [row] = await transaction.$queryRaw<Row[]>`
    WITH seen AS MATERIALIZED (SELECT s."id" FROM "Subject" s WHERE s."archivedAt" IS NULL AND ${visibleTo(actor)})
    SELECT
      (SELECT coalesce(json_agg(d), '[]') FROM (
        SELECT r."subjectId", r."questionnaire", r."act", r."requestedAt", coalesce(r."requestedBy", '') AS "requestedBy",
               r."returnedAt", coalesce(r."returnedBy", '') AS "returnedBy",
               a."answeredAt" AS "mineAt", coalesce(a."criterion", '') AS "criterion",
               (SELECT coalesce(json_agg(json_build_object('demarche', e."demarche", 'state', i."state", 'done', i."done", 'total', i."total",
                                                           'closed', i."closed")), '[]')
                FROM "Enrolment" e
                JOIN "ProgressItem" i ON i."enrolmentId" = e."id" AND i."questionnaire" = r."questionnaire" AND i."act" = r."act"
                WHERE e."subjectId" = r."subjectId") AS "places"
        FROM "Response" r JOIN seen ON seen."id" = r."subjectId"
        LEFT JOIN LATERAL (
          SELECT a."answeredAt", a."criterion" FROM "Answer" a
          WHERE a."responseId" = r."id" AND a."answeredById" = ${actor.id}::uuid
          ORDER BY a."answeredAt" DESC, a."criterion" DESC LIMIT 1
        ) a ON true
        WHERE r."status" = 'DRAFT'
      ) d) AS "drafts",
      (SELECT coalesce(json_agg(m), '[]') FROM (
        SELECT t."subjectId", t."questionnaire", t."since", t."changedBy",
               coalesce(cardinality(t."appeared"), 0) AS "appeared", coalesce(cardinality(t."vanished"), 0) AS "vanished"
        FROM "Rereading" t JOIN seen ON seen."id" = t."subjectId"
      ) m) AS "marked",
      (SELECT coalesce(json_agg(j), '[]') FROM (
        ${projectedAmong(Prisma.sql`SELECT "id" FROM seen`)}
      ) j) AS "projected",
      (SELECT coalesce(json_agg(n), '[]') FROM (
        SELECT n."id", n."title", n."body", n."href", n."createdAt" FROM "Notification" n
        WHERE n."userId" = ${actor.id}::uuid AND n."readAt" IS NULL ORDER BY n."createdAt" DESC LIMIT ${NEWS}
      ) n) AS "news"`;
  return {
    drafts: row?.drafts.map(dated) ?? [],
    marked: row?.marked.map((one) => ({ ...one, since: new Date(one.since) })) ?? [],
    projected: row?.projected.map(asProjected) ?? [],
    news: row?.news.map((one) => ({ ...one, createdAt: new Date(one.createdAt) })) ?? [],
  };
}

function dated({ requestedAt, returnedAt, mineAt, ...draft }: Row['drafts'][number]): PlacedDraft {
  return { ...draft, requestedAt: date(requestedAt), returnedAt: date(returnedAt), mineAt: date(mineAt) };
}

function date(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
