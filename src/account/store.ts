import type { OneTimeToken, Session } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { emailKey } from '../domain/accounts/identifiers.ts';
import type { Person } from '../domain/accounts/person.ts';

export type OpenSession = Pick<Session, 'id' | 'userAgent' | 'ip' | 'createdAt' | 'lastSeenAt'>;

/** Where this person is signed in: the session that asks, then the last used. */
export async function sessionsOf(
  transaction: Transaction,
  userId: string,
  currentId: string,
  now: Date,
): Promise<OpenSession[]> {
  const sessions = await transaction.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
  });
  return sessions.sort((a, b) => Number(b.id === currentId) - Number(a.id === currentId));
}

/** What an address says of a session: the beginning of its hash, which opens nothing and tells it from the others. */
export function publicId(session: Pick<Session, 'id'>): string {
  return session.id.slice(0, 16);
}

export async function closeSession(transaction: Transaction, userId: string, sessionId: string): Promise<void> {
  await transaction.session.deleteMany({ where: { id: sessionId, userId } });
}

export type OwnProfile = Pick<Person, 'firstName' | 'lastName' | 'position' | 'phone'>;

/** False when somebody changed the account since that revision. */
export async function saveOwnProfile(
  transaction: Transaction,
  userId: string,
  revision: number,
  profile: OwnProfile,
): Promise<boolean> {
  const { count } = await transaction.user.updateMany({
    where: { id: userId, revision },
    data: { ...profile, revision: { increment: 1 } },
  });
  return count === 1;
}

export async function saveEmail(transaction: Transaction, userId: string, email: string): Promise<void> {
  await transaction.user.update({
    where: { id: userId },
    data: { email, emailKey: emailKey(email), revision: { increment: 1 } },
  });
}

/** The address asked for and not confirmed yet, if its link still works. */
export function pendingEmail(transaction: Transaction, userId: string, now: Date): Promise<OneTimeToken | null> {
  return transaction.oneTimeToken.findFirst({
    where: { userId, kind: 'CHANGE_EMAIL', usedAt: null, expiresAt: { gt: now } },
  });
}
