import { Prisma } from '../database/generated/client.ts';
import { answeredIn, type Frozen } from '../domain/enrolment/frozen.ts';
import type { Projected } from '../domain/projection/out-of-date.ts';

/** As JSON, which has no dates. */
export type ProjectedRow = Omit<Projected, 'validatedAt' | 'projected' | 'evaluated'> & {
  readonly validatedAt: string;
  readonly before: Frozen['answers'] | null;
  readonly after: Frozen['answers'] | null;
};

/** J5, within a query: each projection of these subjects whose evaluation was validated since, while none is drafted anew. */
export function projectedAmong(subjectIds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT p."subjectId", p."questionnaire", now."validatedAt", now."validatedBy",
           before."answers" AS "before", now."answers" AS "after"
    FROM (
      SELECT DISTINCT ON (r."subjectId", r."questionnaire") r."subjectId", r."questionnaire", r."validatedAt"
      FROM "Response" r
      WHERE r."subjectId" IN (${subjectIds}) AND r."act" = 'PROJECTION' AND r."status" = 'VALIDATED'
      ORDER BY r."subjectId", r."questionnaire", r."number" DESC
    ) p
    JOIN LATERAL (
      SELECT r."validatedAt", coalesce(r."validatedBy", '') AS "validatedBy", r."frozen"->'answers' AS "answers" FROM "Response" r
      WHERE r."subjectId" = p."subjectId" AND r."questionnaire" = p."questionnaire" AND r."act" = 'EVALUATION' AND r."status" = 'VALIDATED'
      ORDER BY r."number" DESC LIMIT 1
    ) now ON now."validatedAt" > p."validatedAt"
    JOIN LATERAL (
      SELECT r."frozen"->'answers' AS "answers" FROM "Response" r
      WHERE r."subjectId" = p."subjectId" AND r."questionnaire" = p."questionnaire" AND r."act" = 'EVALUATION' AND r."status" = 'VALIDATED'
        AND r."validatedAt" <= p."validatedAt"
      ORDER BY r."number" DESC LIMIT 1
    ) before ON true
    WHERE NOT EXISTS (
      SELECT 1 FROM "Response" r
      WHERE r."subjectId" = p."subjectId" AND r."questionnaire" = p."questionnaire" AND r."act" = 'PROJECTION' AND r."status" = 'DRAFT'
    )`;
}

export function asProjected({ before, after, ...row }: ProjectedRow): Projected {
  return {
    ...row,
    validatedAt: new Date(row.validatedAt),
    projected: answeredIn({ answers: before ?? {} }).answers,
    evaluated: answeredIn({ answers: after ?? {} }).answers,
  };
}
