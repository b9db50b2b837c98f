import { Prisma } from '../database/generated/client.ts';
import type { Actor } from '../domain/accounts/person.ts';

/** A5, within a query over "Subject" s: of the company, those that this person may see (`canOn(…, 'see', …)`). */
export function visibleTo({ id, role, companyId, rights }: Actor): Prisma.Sql {
  const ofCompany = Prisma.sql`s."companyId" = ${companyId}::uuid`;
  if (role === 'RESPONSIBLE') return ofCompany;
  if (role !== 'CONTRIBUTOR') return Prisma.sql`false`;
  return Prisma.sql`${ofCompany} AND CASE s."kind"
    WHEN 'STRATEGY' THEN ${rights.accessesStrategy}
    ELSE EXISTS (SELECT 1 FROM "SubjectAccess" a WHERE a."userId" = ${id}::uuid AND a."subjectId" = s."id")
  END`;
}
