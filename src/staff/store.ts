import { asPerson, withAccesses } from '../accounts/people.ts';
import type { OneTimeToken } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Person } from '../domain/accounts/person.ts';

/** The ANS's people: a few dozen. */
export async function allStaff(transaction: Transaction): Promise<Person[]> {
  const rows = await transaction.user.findMany({
    where: { companyId: null, deletedAt: null },
    include: withAccesses,
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }],
  });
  return rows.map(asPerson);
}

/** The last link sent to each of those who have not joined. */
export async function staffInvitations(transaction: Transaction): Promise<ReadonlyMap<string, OneTimeToken>> {
  const links = await transaction.oneTimeToken.findMany({
    where: { kind: 'SET_PASSWORD', user: { companyId: null, deletedAt: null, passwordHash: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(links.map((link) => [link.userId, link]));
}

/** Of two administrators who remove each other, one stays. */
export async function lockStaff(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('convergence.staff'))`;
}
