import type { Prisma } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { ValidatedResponse } from '../domain/answers/carried.ts';
import { frozenIn } from '../subjects/work.ts';

/** Q4: every validated evaluation of a subject, with its document, the last first; whoever asks has reached the subject. */
export async function validatedResponses(
  transaction: Transaction,
  subjectId: string,
  questionnaire: string,
): Promise<readonly ValidatedResponse[]> {
  const where = { subjectId, questionnaire, ...validated };
  return withDocument(await transaction.response.findMany({ where, select, orderBy: { number: 'desc' } }));
}

/** The one of that number; null when there is none. */
export async function validatedResponse(
  transaction: Transaction,
  subjectId: string,
  questionnaire: string,
  number: number,
): Promise<ValidatedResponse | null> {
  const where = { subjectId, questionnaire, number, ...validated };
  return withDocument(await transaction.response.findMany({ where, select }))[0] ?? null;
}

const validated = { act: 'EVALUATION', status: 'VALIDATED' } as const;
const select = { id: true, number: true, versionId: true, validatedAt: true, validatedBy: true, frozen: true } as const;

type Row = Prisma.ResponseGetPayload<{ select: typeof select }>;

function withDocument(rows: readonly Row[]): readonly ValidatedResponse[] {
  return rows.flatMap(({ number, validatedAt, validatedBy, frozen, ...row }) =>
    number === null || validatedAt === null
      ? []
      : [{ ...row, number, validatedAt, validatedBy: validatedBy ?? '', frozen: frozenIn(frozen) }],
  );
}
