import { asPerson, withAccesses } from '../accounts/people.ts';
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

/** Of two administrators who remove each other, one stays. */
export async function lockStaff(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('convergence.staff'))`;
}
