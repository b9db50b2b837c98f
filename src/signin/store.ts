import type { Prisma, PrismaClient } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { emailKey, loginKey } from '../domain/accounts/identifiers.ts';

/** No more than the sign-in needs, in one query: a login that exists costs what another does (A8). */
const credentials = {
  id: true,
  companyId: true,
  login: true,
  email: true,
  firstName: true,
  lastName: true,
  passwordHash: true,
} as const;

export type Credentials = Prisma.UserGetPayload<{ select: typeof credentials }>;

export function findCredentials(prisma: PrismaClient, login: string): Promise<Credentials | null> {
  return prisma.user.findUnique({ where: { loginKey: loginKey(login), deletedAt: null }, select: credentials });
}

/** By login or by e-mail: who forgot a password may have forgotten the login too. */
export function findByLoginOrEmail(transaction: Transaction, text: string): Promise<Credentials | null> {
  return transaction.user.findFirst({
    where: { deletedAt: null, OR: [{ loginKey: loginKey(text) }, { emailKey: emailKey(text) }] },
    select: credentials,
  });
}

export async function keepAcceptance(
  transaction: Transaction,
  userId: string,
  version: string,
  now: Date,
): Promise<void> {
  await transaction.user.update({ where: { id: userId }, data: { cguVersion: version, cguAcceptedAt: now } });
}
