import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';
import type { SubjectName } from '../domain/subjects/subject.ts';
import { visibleTo } from '../subjects/scope.ts';

/** The core products that this person sees and that are at work: those that an option may name. */
export function coresSeen(transaction: Transaction, actor: Actor): Promise<SubjectName[]> {
  return transaction.$queryRaw<SubjectName[]>`
    SELECT s."id"::text, s."reference", s."name", p."version"
    FROM "Subject" s JOIN "Product" p ON p."subjectId" = s."id"
    WHERE ${visibleTo(actor)} AND p."type" = 'CORE' AND s."archivedAt" IS NULL
    ORDER BY lower(s."name"), s."reference"`;
}
