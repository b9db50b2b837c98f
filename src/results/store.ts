import type { Transaction } from '../database/transaction.ts';
import type { ValidatedResponse } from '../domain/answers/carried.ts';
import type { Grade } from '../domain/referential/level.ts';
import { frozenIn } from '../subjects/work.ts';

/** A validated response, as the history lists it. */
export interface PastLine {
  readonly number: number;
  readonly validatedAt: Date;
  readonly validatedBy: string;
  /** How many criteria it answers. */
  readonly answered: number;
}

/** Q4: the latest first. The documents are left where they are. */
export function historyOf(
  transaction: Transaction,
  subjectId: string,
  questionnaire: string,
): Promise<readonly PastLine[]> {
  return transaction.$queryRaw<PastLine[]>`
    SELECT r."number", r."validatedAt", r."validatedBy",
      (SELECT count(*)::int FROM jsonb_object_keys(coalesce(r."frozen"->'answers', '{}'))) AS "answered"
    FROM "Response" r
    WHERE r."subjectId" = ${subjectId}::uuid AND r."questionnaire" = ${questionnaire} AND r."act" = 'EVALUATION'
      AND r."status" = 'VALIDATED'
    ORDER BY r."number" DESC`;
}

/** What was validated of one criterion, each time. */
export interface PastAnswer {
  readonly number: number;
  readonly validatedAt: Date;
  readonly validatedBy: string;
  /** Null: it was not answered, or did not apply. */
  readonly grade: Grade | null;
  readonly comment: string;
}

/** Q4: the latest first. */
export function pastAnswers(
  transaction: Transaction,
  subjectId: string,
  questionnaire: string,
  code: string,
): Promise<readonly PastAnswer[]> {
  return transaction.$queryRaw<PastAnswer[]>`
    SELECT r."number", r."validatedAt", r."validatedBy", r."frozen"->'answers'->${code}::text AS "grade",
      coalesce(r."frozen"->'comments'->>${code}::text, '') AS "comment"
    FROM "Response" r
    WHERE r."subjectId" = ${subjectId}::uuid AND r."questionnaire" = ${questionnaire} AND r."act" = 'EVALUATION'
      AND r."status" = 'VALIDATED'
    ORDER BY r."number" DESC`;
}

/** A validated response with its document. */
export interface PastResponse extends ValidatedResponse {
  /** Whether the questionnaire that it answers is the one that runs. */
  readonly runs: boolean;
}

export async function pastResponses(
  transaction: Transaction,
  subjectId: string,
  questionnaire: string,
  numbers: readonly number[],
): Promise<readonly PastResponse[]> {
  const rows = await transaction.$queryRaw<(Omit<PastResponse, 'frozen'> & { readonly frozen: unknown })[]>`
    SELECT r."id", r."number", r."versionId", r."validatedAt", r."validatedBy", r."frozen",
      r."versionId" = (SELECT v."id" FROM "PublishedVersion" v WHERE v."kind" = 'QUESTIONNAIRE' AND v."name" = r."questionnaire"
        ORDER BY v."number" DESC LIMIT 1) AS "runs"
    FROM "Response" r
    WHERE r."subjectId" = ${subjectId}::uuid AND r."questionnaire" = ${questionnaire} AND r."act" = 'EVALUATION'
      AND r."status" = 'VALIDATED' AND r."number" = ANY(${[...numbers]}::int[])`;
  return rows.map(({ frozen, ...row }) => ({ ...row, frozen: frozenIn(frozen) }));
}
