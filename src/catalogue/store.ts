import { actionsOf } from '../audit/words.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';
import type { Progress } from '../domain/progress.ts';
import type { ProductType, Subject, SubjectName } from '../domain/subjects/subject.ts';
import { visibleTo } from '../subjects/scope.ts';

/** What the catalogue searches, filters and sorts by, of every product that somebody sees: no more than that. */
export interface CatalogueRow extends SubjectName {
  readonly type: ProductType;
  readonly responsibleId: string;
  readonly responsibleName: string;
  readonly published: boolean;
  readonly archivedAt: Date | null;
  readonly enrolments: readonly { readonly demarche: string; readonly state: Progress }[];
}

export function catalogueOf(transaction: Transaction, actor: Actor): Promise<CatalogueRow[]> {
  return transaction.$queryRaw<CatalogueRow[]>`
    SELECT s."id"::text, s."reference", s."name", coalesce(p."version", '') AS "version",
      coalesce(p."type"::text, 'CORE') AS "type", coalesce(p."published", false) AS "published",
      s."archivedAt", s."responsibleId"::text,
      u."firstName" || ' ' || u."lastName" AS "responsibleName",
      (SELECT coalesce(json_agg(json_build_object('demarche', e."demarche", 'state', e."state") ORDER BY e."createdAt", e."id"), '[]')
        FROM "Enrolment" e WHERE e."subjectId" = s."id") AS "enrolments"
    FROM "Subject" s
    JOIN "User" u ON u."id" = s."responsibleId"
    LEFT JOIN "Product" p ON p."subjectId" = s."id"
    WHERE s."kind" = 'PRODUCT' AND ${visibleTo(actor)}`;
}

/** A product that another one's page names. */
export interface RelatedProduct extends SubjectName {
  readonly archived: boolean;
  readonly states: readonly Progress[];
}

export interface PastEvent {
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
  readonly details: unknown;
}

export interface Around {
  /** Those that this person sees. */
  readonly options: readonly RelatedProduct[];
  readonly core: RelatedProduct | null;
  /** Those that are there, seen or not. */
  readonly optionCount: number;
  /** The latest first. */
  readonly history: readonly PastEvent[];
}

/** So many changes are told. */
const HISTORY = 30;

/** What the page of a product, or of the strategy, says beside the subject itself. */
export async function aroundOf(transaction: Transaction, actor: Actor, subject: Subject): Promise<Around> {
  const { id, companyId, reference, product } = subject;
  const [row] = await transaction.$queryRaw<
    (Omit<Around, 'history' | 'core'> & {
      readonly cores: readonly RelatedProduct[];
      readonly events: readonly (Omit<PastEvent, 'at'> & { readonly at: string })[];
    })[]
  >`
    WITH related AS (
      SELECT s."id", s."reference", s."name", p."version", p."coreId", s."archivedAt" IS NOT NULL AS "archived",
        ARRAY(SELECT e."state"::text FROM "Enrolment" e WHERE e."subjectId" = s."id") AS "states"
      FROM "Subject" s JOIN "Product" p ON p."subjectId" = s."id"
      WHERE (p."coreId" = ${id}::uuid OR s."id" = ${product?.coreId ?? null}::uuid) AND ${visibleTo(actor)}
      ORDER BY s."reference"
    )
    SELECT
      (SELECT coalesce(json_agg(r), '[]') FROM related r WHERE r."coreId" = ${id}::uuid) AS "options",
      (SELECT coalesce(json_agg(r), '[]') FROM related r WHERE r."id" = ${product?.coreId ?? null}::uuid) AS "cores",
      (SELECT count(*)::int FROM "Product" o WHERE o."coreId" = ${id}::uuid) AS "optionCount",
      (SELECT coalesce(json_agg(h ORDER BY h."seq" DESC), '[]') FROM (
        SELECT a."seq", a."at", a."actorName", a."action", a."details" FROM "AuditEvent" a
        WHERE a."target" = ${String(reference)} AND a."companyId" = ${companyId}::uuid
          AND a."action" = ANY(${actionsOf('subject')})
        ORDER BY a."seq" DESC LIMIT ${HISTORY}
      ) h) AS "events"`;
  const { options = [], cores = [], optionCount = 0, events = [] } = row ?? {};
  const history = events.map(({ at, ...event }) => ({ ...event, at: new Date(at) }));
  return { options, core: cores[0] ?? null, optionCount, history };
}

/** A form of its identification opened before any of these no longer holds. */
const changed = { revision: { increment: 1 } } as const;

export async function saveArchived(transaction: Transaction, id: string, archivedAt: Date | null): Promise<void> {
  await transaction.subject.update({ where: { id }, data: { archivedAt } });
}

export async function savePublished(transaction: Transaction, id: string, published: boolean): Promise<void> {
  await transaction.product.update({ where: { subjectId: id }, data: { published } });
}

export async function saveType(
  transaction: Transaction,
  id: string,
  product: { readonly type: ProductType; readonly coreId: string | null },
): Promise<void> {
  await transaction.subject.update({ where: { id }, data: { ...changed, product: { update: product } } });
}
