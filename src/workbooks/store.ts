import type { Transaction } from '../database/transaction.ts';
import type { ValidatedResponse } from '../domain/answers/carried.ts';
import { frozenIn } from '../subjects/work.ts';

/** Q4: every validated evaluation of a subject, with its document, the last first; whoever asks has reached the subject. */
export async function validatedResponses(
  transaction: Transaction,
  subjectId: string,
  questionnaire: string,
): Promise<readonly ValidatedResponse[]> {
  const rows = await transaction.response.findMany({
    where: { subjectId, questionnaire, act: 'EVALUATION', status: 'VALIDATED' },
    select: { id: true, number: true, versionId: true, validatedAt: true, validatedBy: true, frozen: true },
    orderBy: { number: 'desc' },
  });
  return rows.flatMap(({ number, validatedAt, validatedBy, frozen, ...row }) =>
    number === null || validatedAt === null
      ? []
      : [{ ...row, number, validatedAt, validatedBy: validatedBy ?? '', frozen: frozenIn(frozen) }],
  );
}
