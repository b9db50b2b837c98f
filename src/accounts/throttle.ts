import type { PrismaClient } from '../database/generated/client.ts';
import { inTransaction } from '../database/transaction.ts';
import {
  afterFailure,
  lockedUntil,
  type ThrottleName,
  throttleKey,
  throttlePolicies,
} from '../domain/accounts/throttle.ts';
import { hashOfSecret } from './tokens.ts';

/** Kept hashed: what somebody types as a login may be a password, and an address is personal. */
function keyOf(name: ThrottleName, of: string): string {
  return throttleKey(name, hashOfSecret(of));
}

/** Until when this is refused, or null. */
export async function throttledUntil(
  prisma: PrismaClient,
  name: ThrottleName,
  of: string,
  now: Date,
): Promise<Date | null> {
  return lockedUntil(await prisma.throttle.findUnique({ where: { key: keyOf(name, of) } }), now);
}

/**
 * Counts an attempt before it is judged, so that as many as are sent at once are all counted. `refused`: it was locked
 * already; `locks`: this is the last one, and it locks unless it is forgiven.
 */
export function admit(
  prisma: PrismaClient,
  name: ThrottleName,
  of: string,
  now: Date,
): Promise<{ readonly refused: Date | null; readonly locks: Date | null }> {
  const key = keyOf(name, of);
  return inTransaction(prisma, async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${key}))`;
    const before = await transaction.throttle.findUnique({ where: { key } });
    const refused = lockedUntil(before, now);
    if (refused !== null) return { refused, locks: null };
    const { count, startedAt, lockedUntil: until } = afterFailure(before, throttlePolicies[name], now);
    const state = { count, startedAt, lockedUntil: until };
    await transaction.throttle.upsert({ where: { key }, create: { key, ...state }, update: state });
    return { refused: null, locks: lockedUntil(state, now) };
  });
}

/** Counts one more; returns until when it is locked if this one locks it. */
export async function countAttempt(
  prisma: PrismaClient,
  name: ThrottleName,
  of: string,
  now: Date,
): Promise<Date | null> {
  return (await admit(prisma, name, of, now)).locks;
}

export async function forgetAttempts(prisma: PrismaClient, name: ThrottleName, of: string): Promise<void> {
  await prisma.throttle.deleteMany({ where: { key: keyOf(name, of) } });
}
