import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';

/**
 * One at a time edits what is answered for a subject, and judges it on what the one before left. Locks are taken in one order, or two
 * people would wait for each other: company, subject, response, answers and marks, enrolments, the audit trail last. A single answer
 * saved into an open draft takes none of the first two.
 */
export async function lockSubject(
  transaction: Transaction,
  { companyId }: Pick<Actor, 'companyId'>,
  reference: number,
): Promise<void> {
  await transaction.$executeRaw`
    SELECT 1 FROM "Subject" WHERE "reference" = ${reference} AND "companyId" = ${companyId}::uuid FOR NO KEY UPDATE`;
}
