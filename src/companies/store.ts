import { containing, wordsSought } from '../database/containing.ts';
import type { Company, OneTimeToken, Prisma } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { allRights, type Person } from '../domain/accounts/person.ts';
import type { TreeNode } from '../domain/accounts/tree.ts';
import { type Asked, rowsBefore } from '../web/lists.ts';

export const PAGE_SIZE = 20;

/** Who is in the company and how to reach them; what they may do is theirs and their Responsable's affair. */
const member = {
  id: true,
  parentId: true,
  role: true,
  login: true,
  email: true,
  firstName: true,
  lastName: true,
  position: true,
  passwordHash: true,
  createsAccounts: true,
  validates: true,
  accessesStrategy: true,
  deletedAt: true,
} satisfies Prisma.UserSelect;

export type Member = TreeNode &
  Pick<
    Person,
    'role' | 'login' | 'email' | 'firstName' | 'lastName' | 'position' | 'hasPassword' | 'deletedAt' | 'rights'
  >;

const atTheTop = {
  where: { parentId: null, deletedAt: null },
  select: { firstName: true, lastName: true },
  orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }],
} as const satisfies Prisma.Company$usersArgs;

const listed = {
  users: atTheTop,
  _count: { select: { users: { where: { deletedAt: null } } } },
} satisfies Prisma.CompanyInclude;

export type ListedCompany = Prisma.CompanyGetPayload<{ include: typeof listed }>;

/** Each word is in the name or in the SIREN, which may be typed in groups. */
export async function findCompanies(
  transaction: Transaction,
  how: Asked,
): Promise<{ readonly rows: readonly ListedCompany[]; readonly total: number }> {
  const where: Prisma.CompanyWhereInput = {
    AND: wordsSought(how.search)
      .map(containing)
      .map((contains) => ({ OR: [{ legalName: contains }, { siren: contains }] })),
  };
  const total = await transaction.company.count({ where });
  const rows = await transaction.company.findMany({
    where,
    include: listed,
    orderBy: [{ [how.sort === 'siren' ? 'siren' : 'legalName']: how.descending ? 'desc' : 'asc' }, { siren: 'asc' }],
    skip: rowsBefore(how, total, PAGE_SIZE),
    take: PAGE_SIZE,
  });
  return { rows, total };
}

export function findCompany(transaction: Transaction, siren: string): Promise<Company | null> {
  return transaction.company.findUnique({ where: { siren } });
}

export async function membersOf(companyId: string, transaction: Transaction): Promise<Member[]> {
  const rows = await transaction.user.findMany({
    where: { companyId, deletedAt: null },
    select: member,
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ passwordHash, createsAccounts, validates, accessesStrategy, ...kept }) => ({
    ...kept,
    rights: { createsAccounts, validates, accessesStrategy },
    hasPassword: passwordHash !== null,
  }));
}

/** The last link sent to each of those who have not joined. */
export async function invitationsIn(
  companyId: string,
  transaction: Transaction,
): Promise<ReadonlyMap<string, OneTimeToken>> {
  const links = await transaction.oneTimeToken.findMany({
    where: { kind: 'SET_PASSWORD', user: { companyId, deletedAt: null, passwordHash: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(links.map((link) => [link.userId, link]));
}

/** A6: whoever is at the top has the role, and every right. */
export async function crown(companyId: string, transaction: Transaction, userId: string): Promise<void> {
  await transaction.user.update({
    where: { id: userId, companyId, deletedAt: null },
    data: { role: 'RESPONSIBLE', ...allRights, revision: { increment: 1 } },
  });
}

export async function attach(companyId: string, transaction: Transaction, { id, parentId }: TreeNode): Promise<void> {
  await transaction.user.update({ where: { id, companyId }, data: { parentId } });
}
