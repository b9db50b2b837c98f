import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Transaction } from '../database/transaction.ts';
import { normalizePassword } from '../domain/accounts/password.ts';
import { closeSessions } from './sessions.ts';
import { endLinks } from './tokens.ts';

/** OWASP's second recommendation for argon2id, the library's algorithm by default: 19 MiB, 2 passes, 1 lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(normalizePassword(password), strength);
}

let nobody: Promise<string> | undefined;

/** Takes as long for an unknown login, or one without a password, as for a wrong password (A8). */
export async function passwordHolds(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('base64url'));
  const holds = await verify(stored ?? (await nobody), normalizePassword(password));
  return holds && stored !== null;
}

export interface PasswordChange {
  readonly passwordHash: string;
  readonly now: Date;
  /** The one that its owner has just typed, and the session that goes on. */
  readonly from?: { readonly passwordHash: string | null; readonly sessionId: string };
}

/**
 * A8: what the former password opened is closed: sessions, and links, since whoever had got in may have asked for a
 * change of address to come back by it. The password comes first: the session that begins meanwhile waits for it, and
 * is not (`web/session.ts`). Returns how many sessions were closed, or null when the password is no longer `from`.
 */
export async function changePassword(
  transaction: Transaction,
  userId: string,
  { passwordHash, now, from }: PasswordChange,
): Promise<number | null> {
  const { count } = await transaction.user.updateMany({
    where: { id: userId, ...(from && { passwordHash: from.passwordHash }) },
    data: { passwordHash },
  });
  if (count === 0) return null;
  await endLinks(transaction, userId, ['SET_PASSWORD', 'RESET_PASSWORD', 'CHANGE_EMAIL'], now);
  return closeSessions(transaction, userId, from?.sessionId);
}
