import { Prisma } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';
import type { Item } from '../domain/enrolment/items.ts';
import type { Progress } from '../domain/progress.ts';
import type { Projected } from '../domain/projection/out-of-date.ts';
import type { SubjectKind, SubjectName } from '../domain/subjects/subject.ts';
import { asProjected, type ProjectedRow, projectedAmong } from '../subjects/projected.ts';
import { visibleTo } from '../subjects/scope.ts';

/** What the lists of a démarche search and sort by, of everything that somebody sees in the company: no more than that. */
export interface Node extends SubjectName {
  readonly kind: SubjectKind;
  readonly responsibleName: string;
  /** By family name, as lists sort. */
  readonly responsibleOrder: string;
  /** Null while it has not joined the démarche. */
  readonly enrolmentId: string | null;
  readonly state: Progress | null;
}

/** P6: without what is archived. */
export function nodesOf(transaction: Transaction, actor: Actor, demarche: string): Promise<Node[]> {
  return transaction.$queryRaw<Node[]>`
    SELECT s."id", s."reference", s."kind", s."name", coalesce(p."version", '') AS "version",
           u."firstName" || ' ' || u."lastName" AS "responsibleName",
           u."lastName" || ' ' || u."firstName" AS "responsibleOrder", e."id" AS "enrolmentId", e."state"
    FROM "Subject" s
    JOIN "User" u ON u."id" = s."responsibleId"
    LEFT JOIN "Product" p ON p."subjectId" = s."id"
    LEFT JOIN "Enrolment" e ON e."subjectId" = s."id" AND e."demarche" = ${demarche}
    WHERE s."archivedAt" IS NULL AND ${visibleTo(actor)}`;
}

/** What is kept of one card; why it is closed is computed. */
export type KeptItem = Omit<Item, 'closed'> & { readonly closed: boolean };

export interface Validation {
  readonly questionnaire: string;
  readonly act: Item['act'];
  readonly validatedAt: Date;
  readonly validatedBy: string;
}

export interface ToReread {
  readonly questionnaire: string;
  readonly since: Date;
  readonly changedBy: string;
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
}

/** A subject in a démarche, as it is kept. */
export interface Kept {
  readonly id: string;
  readonly subjectId: string;
  readonly demarche: string;
  readonly state: Progress;
  readonly computedFor: string;
  readonly doneAt: Date | null;
  readonly items: readonly KeptItem[];
  /** The last validation of each questionnaire of the subject, whatever the démarche (D2). */
  readonly validations: readonly Validation[];
  readonly rereadings: readonly ToReread[];
  /** J5: what was evaluated anew since it was projected. */
  readonly projected: readonly Projected[];
  /** Q3: the drafts whose validation is asked for. */
  readonly requested: readonly Pick<Item, 'questionnaire' | 'act'>[];
}

export function keptEnrolments(transaction: Transaction, ids: readonly string[]): Promise<Kept[]> {
  return kept(transaction, Prisma.sql`e."id" = ANY(${[...ids]}::uuid[])`);
}

/** Every démarche of a subject, from the first that it joined. */
export function keptOf(transaction: Transaction, subjectId: string): Promise<Kept[]> {
  return kept(transaction, Prisma.sql`e."subjectId" = ${subjectId}::uuid`);
}

/** JSON has no dates. */
type InJson<Row> = Omit<Row, 'validatedAt' | 'since'> & { readonly at: string };

async function kept(transaction: Transaction, where: Prisma.Sql): Promise<Kept[]> {
  const rows = await transaction.$queryRaw<
    (Omit<Kept, 'validations' | 'rereadings' | 'projected'> & {
      readonly validations: readonly InJson<Validation>[];
      readonly rereadings: readonly InJson<ToReread>[];
      readonly projected: readonly ProjectedRow[];
    })[]
  >`
    SELECT e."id", e."subjectId", e."demarche", e."state", e."computedFor", e."doneAt",
      (SELECT coalesce(json_agg(i ORDER BY i."position"), '[]') FROM "ProgressItem" i WHERE i."enrolmentId" = e."id") AS "items",
      (SELECT coalesce(json_agg(v), '[]') FROM (
        SELECT DISTINCT ON (r."questionnaire", r."act") r."questionnaire", r."act", r."validatedAt" AS "at", r."validatedBy"
        FROM "Response" r WHERE r."subjectId" = e."subjectId" AND r."status" = 'VALIDATED'
        ORDER BY r."questionnaire", r."act", r."number" DESC
      ) v) AS "validations",
      (SELECT coalesce(json_agg(w), '[]') FROM (
        SELECT t."questionnaire", t."since" AS "at", t."changedBy", t."appeared", t."vanished"
        FROM "Rereading" t WHERE t."subjectId" = e."subjectId"
      ) w) AS "rereadings",
      (SELECT coalesce(json_agg(p), '[]') FROM (${projectedAmong(Prisma.sql`e."subjectId"`)}) p) AS "projected",
      (SELECT coalesce(json_agg(json_build_object('questionnaire', r."questionnaire", 'act', r."act")), '[]') FROM "Response" r
        WHERE r."subjectId" = e."subjectId" AND r."status" = 'DRAFT' AND r."requestedAt" IS NOT NULL) AS "requested"
    FROM "Enrolment" e WHERE ${where} ORDER BY e."createdAt", e."id"`;
  return rows.map(({ validations, rereadings, projected, ...row }) => ({
    ...row,
    validations: validations.map(({ at, ...one }) => ({ ...one, validatedAt: new Date(at) })),
    rereadings: rereadings.map(({ at, ...one }) => ({ ...one, since: new Date(at) })),
    projected: projected.map(asProjected),
  }));
}

export async function isEnrolled(transaction: Transaction, subjectId: string, demarche: string): Promise<boolean> {
  return (await transaction.enrolment.count({ where: { subjectId, demarche } })) > 0;
}

/** False when it was not in the démarche, or is not any more. */
export async function removeEnrolment(transaction: Transaction, subjectId: string, demarche: string): Promise<boolean> {
  const { count } = await transaction.enrolment.deleteMany({ where: { subjectId, demarche } });
  return count > 0;
}

/** D5: when the démarche was ended, if it is. */
export async function doneAtOf(transaction: Transaction, subjectId: string, demarche: string): Promise<Date | null> {
  const enrolment = await transaction.enrolment.findUnique({
    where: { subjectId_demarche: { subjectId, demarche } },
    select: { doneAt: true },
  });
  return enrolment?.doneAt ?? null;
}

/** The last validated response of one act, as it was frozen. */
export interface ValidatedRow extends Validation {
  readonly frozen: unknown;
}

/** Null when the subject is not in the démarche. */
export async function validatedIn(
  transaction: Transaction,
  subjectId: string,
  demarche: string,
): Promise<readonly ValidatedRow[] | null> {
  const rows = await transaction.$queryRaw<(ValidatedRow & { readonly id: string | null })[]>`
    SELECT r.* FROM "Enrolment" e LEFT JOIN LATERAL (
      SELECT DISTINCT ON (r."questionnaire", r."act")
        r."id", r."questionnaire", r."act", r."validatedAt", r."validatedBy", r."frozen"
      FROM "Response" r WHERE r."subjectId" = e."subjectId" AND r."status" = 'VALIDATED'
      ORDER BY r."questionnaire", r."act", r."number" DESC
    ) r ON true
    WHERE e."subjectId" = ${subjectId}::uuid AND e."demarche" = ${demarche}`;
  return rows.length === 0 ? null : rows.filter(({ id }) => id !== null);
}
