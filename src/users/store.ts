import type { AuditEvent } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Grant } from '../domain/accounts/grants.ts';
import { emailKey } from '../domain/accounts/identifiers.ts';
import type { Person, Rights } from '../domain/accounts/person.ts';
import type { Member } from '../domain/accounts/relation.ts';
import type { TreeNode } from '../domain/accounts/tree.ts';

/** Whose people: every query is held to this company, whatever identifier it is given. */
export interface Scope {
  readonly companyId: string;
}

/** What a list searches and sorts by, of everybody in the company: no more than that. */
export type Node = Member & Pick<Person, 'login' | 'email' | 'firstName' | 'lastName'> & Rights;

export function nodesOf({ companyId }: Scope, transaction: Transaction): Promise<Node[]> {
  return transaction.user.findMany({
    where: { companyId, deletedAt: null },
    select: {
      id: true,
      parentId: true,
      role: true,
      companyId: true,
      deletedAt: true,
      login: true,
      email: true,
      firstName: true,
      lastName: true,
      createsAccounts: true,
      validates: true,
      accessesStrategy: true,
    },
  });
}

/** What only the people shown on a page need. */
export interface NodeDetails {
  readonly id: string;
  readonly products: number;
  readonly hasPassword: boolean;
  readonly sentAt: Date | null;
  readonly expiresAt: Date | null;
  readonly usedAt: Date | null;
}

export function detailsOf(
  { companyId }: Scope,
  transaction: Transaction,
  ids: readonly string[],
): Promise<NodeDetails[]> {
  return transaction.$queryRaw<NodeDetails[]>`
    SELECT u."id", u."passwordHash" IS NOT NULL AS "hasPassword", t."createdAt" AS "sentAt", t."expiresAt", t."usedAt",
           (SELECT count(*)::int FROM "SubjectAccess" a WHERE a."userId" = u."id") AS "products"
    FROM "User" u
    LEFT JOIN LATERAL (
      SELECT * FROM "OneTimeToken" WHERE "userId" = u."id" AND "kind" = 'SET_PASSWORD' ORDER BY "createdAt" DESC, "id" DESC LIMIT 1
    ) t ON true
    WHERE u."companyId" = ${companyId}::uuid AND u."id" = ANY(${[...ids]}::uuid[])`;
}

/** What last changed this account, according to the trail. */
export function lastChange(
  { companyId }: Pick<Person, 'companyId'>,
  transaction: Transaction,
  { login }: Person,
): Promise<AuditEvent | null> {
  const action = { in: ['user.profileChanged', 'user.rightsChanged', 'account.profileChanged'] };
  return transaction.auditEvent.findFirst({ where: { companyId, target: login, action }, orderBy: { seq: 'desc' } });
}

export type Profile = Pick<Person, 'firstName' | 'lastName' | 'position' | 'phone' | 'email'>;

/** False when somebody changed the account since that revision, or when its owner chose a password before the address was changed. */
export async function saveProfile(
  { companyId }: Scope,
  transaction: Transaction,
  person: Person,
  revision: number,
  profile: Profile,
): Promise<boolean> {
  const { count } = await transaction.user.updateMany({
    where: { id: person.id, companyId, revision, ...(profile.email === person.email ? {} : { passwordHash: null }) },
    data: { ...profile, emailKey: emailKey(profile.email), revision: { increment: 1 } },
  });
  return count === 1;
}

/** False when somebody changed the account since that revision. */
export async function saveGrant(
  { companyId }: Scope,
  transaction: Transaction,
  userId: string,
  revision: number,
  grant: Grant,
): Promise<boolean> {
  const { count } = await transaction.user.updateMany({
    where: { id: userId, companyId, revision },
    data: { role: grant.role, ...grant.rights, revision: { increment: 1 } },
  });
  if (count === 0) return false;
  await transaction.subjectAccess.deleteMany({ where: { userId, subjectId: { notIn: [...grant.subjectIds] } } });
  await transaction.$executeRaw`
    INSERT INTO "SubjectAccess" ("userId", "subjectId")
    SELECT ${userId}::uuid, s."id" FROM "Subject" s
    WHERE s."companyId" = ${companyId}::uuid AND s."id" = ANY(${[...grant.subjectIds]}::uuid[])
    ON CONFLICT DO NOTHING`;
  return true;
}

export async function attach(
  { companyId }: Scope,
  transaction: Transaction,
  { id, parentId }: TreeNode,
): Promise<void> {
  await transaction.user.update({ where: { id, companyId }, data: { parentId } });
}
