import { Prisma } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';
import { FEWEST_COMPANIES, type Published } from '../domain/observatory.ts';
import type { Progress } from '../domain/progress.ts';
import type { AxisScore, Mean } from '../domain/scoring.ts';
import type { SubjectName } from '../domain/subjects/subject.ts';
import { visibleTo } from '../subjects/scope.ts';

/** A product in the démarche of the map, with one of its questionnaires. */
export interface HeatRow extends SubjectName {
  readonly state: Progress;
  readonly done: number;
  readonly total: number;
  readonly attained: boolean | null;
  readonly shortfalls: number;
  /** By axis; S1: an axis with nothing to average is absent. */
  readonly means: Readonly<Record<string, Mean>>;
}

interface Theme {
  readonly demarche: string;
  readonly questionnaire: string;
}

/** P6: without what is archived. `ids`: of these products alone. */
export function heatRows(
  transaction: Transaction,
  actor: Actor,
  { demarche, questionnaire }: Theme,
  ids: readonly string[] | null = null,
): Promise<HeatRow[]> {
  const chosen = ids === null ? Prisma.empty : Prisma.sql`AND s."id" = ANY(${[...ids]}::uuid[])`;
  return transaction.$queryRaw<HeatRow[]>`
    SELECT s."id", s."reference", s."name", p."version", i."state", i."done", i."total", i."attained", i."shortfalls",
           coalesce(m."means", '{}') AS "means"
    FROM "Subject" s
    JOIN "Product" p ON p."subjectId" = s."id"
    JOIN "Enrolment" e ON e."subjectId" = s."id" AND e."demarche" = ${demarche}
    JOIN "ProgressItem" i ON i."enrolmentId" = e."id" AND i."questionnaire" = ${questionnaire} AND i."act" = 'EVALUATION'
    LEFT JOIN LATERAL (
      SELECT json_object_agg(a."axis", json_build_object('sum', a."sum", 'count', a."count")) AS "means"
      FROM "AxisMean" a
      WHERE a."subjectId" = s."id" AND a."demarche" = e."demarche" AND a."questionnaire" = i."questionnaire"
    ) m ON true
    WHERE s."archivedAt" IS NULL AND ${visibleTo(actor)} ${chosen}`;
}

/** How many products have the same score on the same axis. */
export interface ScoreCount extends AxisScore {
  readonly questionnaire: string;
  readonly subjects: number;
}

/** P6: what this person sees of the company, without what is archived. */
export function scoreCounts(transaction: Transaction, actor: Actor, demarche: string): Promise<ScoreCount[]> {
  return transaction.$queryRaw<ScoreCount[]>`
    SELECT m."questionnaire", m."axis", m."sum", m."count", count(*)::int AS "subjects"
    FROM "Subject" s
    CROSS JOIN LATERAL (
      -- OFFSET 0: product by product, by the index; never the means of the whole platform.
      SELECT * FROM "AxisMean" a WHERE a."subjectId" = s."id" AND a."demarche" = ${demarche} OFFSET 0
    ) m
    WHERE s."kind" = 'PRODUCT' AND s."archivedAt" IS NULL AND ${visibleTo(actor)}
    GROUP BY m."questionnaire", m."axis", m."sum", m."count"`;
}

/** By questionnaire and axis. */
export type PublishedAxes = ReadonlyMap<string, Published>;

export function axisKey({ questionnaire, axis }: { readonly questionnaire: string; readonly axis: string }): string {
  return `${questionnaire} ${axis}`;
}

/**
 * P9: what every company publishes. It reads the means of the whole platform: `observatory.ts` keeps it. Companies are counted up to the
 * number that a figure needs: told apart in all, they would take three times as long as the rest.
 */
export async function publishedAxes(transaction: Transaction, demarche: string): Promise<PublishedAxes> {
  const published = Prisma.sql`"AxisMean" m
      JOIN "Subject" s ON s."id" = m."subjectId" AND s."archivedAt" IS NULL
      JOIN "Product" p ON p."subjectId" = m."subjectId" AND p."published"`;
  const rows = await transaction.$queryRaw<
    { questionnaire: string; axis: string; count: number; sum: number; subjects: number; companies: number }[]
  >`
    WITH scores AS MATERIALIZED (
      SELECT m."questionnaire", m."axis", m."count", sum(m."sum")::int AS "sum", count(*)::int AS "subjects"
      FROM ${published} WHERE m."demarche" = ${demarche}
      GROUP BY m."questionnaire", m."axis", m."count"
    ), axes AS MATERIALIZED (
      SELECT x."questionnaire", x."axis", (
        WITH RECURSIVE found AS (
          SELECT '{}'::uuid[] AS "companies"
          UNION ALL
          SELECT f."companies" || another."companyId" FROM found f CROSS JOIN LATERAL (
            SELECT s."companyId" FROM ${published}
            WHERE m."demarche" = ${demarche} AND m."questionnaire" = x."questionnaire" AND m."axis" = x."axis"
              AND s."companyId" <> ALL(f."companies")
            LIMIT 1
          ) another
          WHERE cardinality(f."companies") < ${FEWEST_COMPANIES}
        )
        SELECT max(cardinality("companies")) FROM found
      ) AS "companies"
      FROM (SELECT DISTINCT "questionnaire", "axis" FROM scores) x
    )
    SELECT scores.*, axes."companies" FROM scores JOIN axes USING ("questionnaire", "axis")`;
  const axes = new Map<string, { companies: number; subjects: number; sums: Map<number, number> }>();
  for (const row of rows) {
    const axis = axes.get(axisKey(row)) ?? { companies: row.companies, subjects: 0, sums: new Map<number, number>() };
    axes.set(axisKey(row), axis);
    axis.subjects += row.subjects;
    axis.sums.set(row.count, row.sum);
  }
  return axes;
}
