import { asPerson, withAccesses } from '../accounts/people.ts';
import type { Transaction } from '../database/transaction.ts';
import { loginKey } from '../domain/accounts/identifiers.ts';
import type { Person } from '../domain/accounts/person.ts';

const isStaff = { companyId: null, deletedAt: null };

/** The ANS's people: a few dozen. */
export async function allStaff(transaction: Transaction): Promise<Person[]> {
  const rows = await transaction.user.findMany({
    where: isStaff,
    include: withAccesses,
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }],
  });
  return rows.map(asPerson);
}

export async function findStaff(transaction: Transaction, login: string): Promise<Person | null> {
  const row = await transaction.user.findFirst({
    where: { ...isStaff, loginKey: loginKey(login) },
    include: withAccesses,
  });
  return row && asPerson(row);
}
