import type { Prisma } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { undecided } from '../domain/accounts/account-request.ts';
import { emailKey, loginKey } from '../domain/accounts/identifiers.ts';
import type { Person } from '../domain/accounts/person.ts';
import type { FieldError } from '../domain/errors.ts';

export const withAccesses = { accesses: { select: { subjectId: true } } } satisfies Prisma.UserInclude;
type UserRow = Prisma.UserGetPayload<{ include: typeof withAccesses }>;

export function asPerson(row: UserRow): Person {
  const {
    createsAccounts,
    validates,
    accessesStrategy,
    passwordHash,
    accesses,
    loginKey: _l,
    emailKey: _e,
    cguAcceptedAt: _c,
    ...kept
  } = row;
  return {
    ...kept,
    rights: { createsAccounts, validates, accessesStrategy },
    subjectIds: accesses.map((access) => access.subjectId),
    hasPassword: passwordHash !== null,
  };
}

export type NewPerson = Omit<Person, 'id' | 'cguVersion' | 'hasPassword' | 'revision' | 'createdAt' | 'deletedAt'>;

/** Requests that hold what they ask for. */
export const holding = {
  status: { in: [...undecided] },
  submittedAt: { not: null },
} satisfies Prisma.AccountRequestWhereInput;

/**
 * A4: logins and addresses are unique among accounts *and* the requests that hold theirs, which no index can say.
 * Whoever writes one takes this lock first, so that two simultaneous acts see each other.
 */
export async function lockIdentifiers(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('convergence.identifiers'))`;
}

export interface Identifiers {
  readonly login: string;
  readonly email: string;
}

/** The last word of an address of ours, `/utilisateurs/nouveau`: nobody's page. */
const ours = 'nouveau';

/** Which of these is taken, by an account or by a request that holds it. */
export async function takenIdentifiers(
  transaction: Transaction,
  wanted: Identifiers,
  except: { readonly userId?: string; readonly requestId?: string } = {},
): Promise<{ readonly login: boolean; readonly email: boolean }> {
  const keys = [{ loginKey: loginKey(wanted.login) }, { emailKey: emailKey(wanted.email) }];
  const select = { loginKey: true, emailKey: true } as const;
  const users = await transaction.user.findMany({
    where: { OR: keys, ...(except.userId === undefined ? {} : { id: { not: except.userId } }) },
    select,
  });
  const requests = await transaction.accountRequest.findMany({
    where: {
      OR: keys,
      ...holding,
      ...(except.requestId === undefined ? {} : { id: { not: except.requestId } }),
    },
    select,
  });
  const holders = [...users, ...requests];
  return {
    login: loginKey(wanted.login) === ours || holders.some((holder) => holder.loginKey === loginKey(wanted.login)),
    email: holders.some((holder) => holder.emailKey === emailKey(wanted.email)),
  };
}

export const loginTaken: FieldError = {
  field: 'login',
  message: 'Ce nom d’utilisateur n’est pas disponible : choisissez-en un autre.',
};
export const emailTaken: FieldError = {
  field: 'email',
  message: 'Cette adresse électronique est déjà celle d’un compte ou d’une demande : indiquez-en une autre.',
};

export async function createPerson(transaction: Transaction, person: NewPerson): Promise<Person> {
  const { rights, subjectIds, ...fields } = person;
  const row = await transaction.user.create({
    data: {
      ...fields,
      ...rights,
      loginKey: loginKey(person.login),
      emailKey: emailKey(person.email),
      accesses: { create: subjectIds.map((subjectId) => ({ subjectId })) },
    },
    include: withAccesses,
  });
  return asPerson(row);
}
