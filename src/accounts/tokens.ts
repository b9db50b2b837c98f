import { createHash, randomBytes } from 'node:crypto';
import type { TokenKind, User } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { linkExpiry, tokenState } from '../domain/accounts/token.ts';

/** 256 random bits in a private link; only their hash is kept. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOfSecret(secret) };
}

export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Links sent earlier stop working. */
export async function endLinks(
  transaction: Transaction,
  userId: string,
  kinds: readonly TokenKind[],
  now: Date,
): Promise<void> {
  await transaction.oneTimeToken.updateMany({
    where: { userId, kind: { in: [...kinds] }, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

/** A new link replaces those of the same kind: only the last mail works. */
export async function issueToken(
  transaction: Transaction,
  userId: string,
  kind: TokenKind,
  now: Date,
  newEmail: string | null = null,
): Promise<string> {
  const { secret, hash } = newSecret();
  await endLinks(transaction, userId, [kind], now);
  await transaction.oneTimeToken.create({
    data: { userId, kind, hash, newEmail, createdAt: now, expiresAt: linkExpiry(kind, now) },
  });
  return secret;
}

export interface FoundToken {
  readonly id: string;
  readonly kind: TokenKind;
  readonly state: 'valid' | 'used' | 'expired';
  readonly newEmail: string | null;
  readonly user: User;
}

export async function findToken(
  transaction: Transaction,
  secret: string,
  kinds: readonly TokenKind[],
  now: Date,
): Promise<FoundToken | null> {
  const token = await transaction.oneTimeToken.findUnique({
    where: { hash: hashOfSecret(secret) },
    include: { user: true },
  });
  if (token === null || !kinds.includes(token.kind) || token.user.deletedAt !== null) return null;
  return { id: token.id, kind: token.kind, state: tokenState(token, now), newEmail: token.newEmail, user: token.user };
}

/** True for the first of two people who use the same link at once, false for the other. */
export async function useToken(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const { count } = await transaction.oneTimeToken.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
