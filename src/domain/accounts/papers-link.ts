import type { RequestState } from './account-request.ts';
import { lifetimes, linkExpiry } from './token.ts';

interface Followed {
  readonly status: RequestState;
  readonly tokenExpiresAt: Date;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A2: the link opens the deposit, then tells the state: it waits for a verifier as long as it takes. */
export function isLinkDead(request: Followed, now: Date): boolean {
  return request.status !== 'SUBMITTED' && now >= request.tokenExpiresAt;
}

/** Sent so lately that a second click is behind it: another link would make the first one useless. */
export function isLinkFresh(request: Followed, now: Date): boolean {
  const sentAt = request.tokenExpiresAt.getTime() - lifetimes.DEPOSIT_PAPERS;
  return now.getTime() - sentAt < 10 * MINUTE;
}

export function papersLinkExpiry(now: Date): Date {
  return linkExpiry('DEPOSIT_PAPERS', now);
}

/** A2: the papers of what was decided at that instant or before have been kept thirty days: they go. */
export function decidedLongAgo(now: Date): Date {
  return new Date(now.getTime() - 30 * DAY);
}
