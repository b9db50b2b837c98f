import type { Transaction } from '../database/transaction.ts';
import { emailKey, loginKey } from '../domain/accounts/identifiers.ts';
import type { Person } from '../domain/accounts/person.ts';
import { closeSessions } from './sessions.ts';

/** A7: the name stays on what the person wrote; login and address are free again, everything else is erased. */
export async function removePerson(transaction: Transaction, person: Person, now: Date): Promise<void> {
  const login = `supprime-${person.id}`;
  const email = `${person.id}@compte-supprime.invalid`;
  await transaction.user.update({
    where: { id: person.id },
    data: {
      deletedAt: now,
      login,
      loginKey: loginKey(login),
      email,
      emailKey: emailKey(email),
      phone: '',
      position: '',
      passwordHash: null,
      createsAccounts: false,
      validates: false,
      accessesStrategy: false,
      accesses: { deleteMany: {} },
      revision: { increment: 1 },
    },
  });
  await transaction.oneTimeToken.deleteMany({ where: { userId: person.id } });
  await transaction.notification.deleteMany({ where: { userId: person.id } });
  await closeSessions(transaction, person.id);
}
