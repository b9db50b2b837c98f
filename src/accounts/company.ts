import type { Subject, User } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor, Person } from '../domain/accounts/person.ts';
import { asPerson } from './people.ts';

/**
 * Whoever changes rights, hands over or deletes does it after whoever was before them in the same company, and sees
 * what they did: nobody gives what they have just lost (A6), nor deletes the last Responsable (A7).
 */
export async function lockCompany(transaction: Transaction, companyId: string): Promise<void> {
  await transaction.$executeRaw`SELECT 1 FROM "Company" WHERE "id" = ${companyId}::uuid FOR NO KEY UPDATE`;
}

/** The actor and, for a vendor's, everybody in the company, by name; with the products of each, in one query. */
export async function peopleAround(
  transaction: Transaction,
  actor: Pick<Actor, 'id' | 'companyId'>,
): Promise<Person[]> {
  const rows = await transaction.$queryRaw<(User & { readonly products: readonly string[] })[]>`
    SELECT u.*, ARRAY(SELECT a."subjectId"::text FROM "SubjectAccess" a WHERE a."userId" = u."id") AS "products"
    FROM "User" u
    WHERE u."deletedAt" IS NULL AND (u."companyId" = ${actor.companyId}::uuid OR u."id" = ${actor.id}::uuid)
    ORDER BY u."lastName", u."firstName", u."id"`;
  return rows.map(({ products, ...row }) =>
    asPerson({ ...row, accesses: products.map((subjectId) => ({ subjectId })) }),
  );
}

/** The products of the company and its strategy, by name. */
export function subjectsOf(transaction: Transaction, companyId: string): Promise<Subject[]> {
  return transaction.subject.findMany({ where: { companyId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}
