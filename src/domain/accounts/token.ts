const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a private link works. A3: three days to choose a first password. The papers may take weeks to gather (A2). */
export const lifetimes = {
  SET_PASSWORD: 72 * HOUR,
  RESET_PASSWORD: HOUR,
  CHANGE_EMAIL: 24 * HOUR,
  DEPOSIT_PAPERS: 30 * DAY,
} as const;

export type LinkKind = keyof typeof lifetimes;

export function linkExpiry(kind: LinkKind, now: Date): Date {
  return new Date(now.getTime() + lifetimes[kind]);
}

export interface Token {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** Used comes first: it is what its owner must learn, and it stays true. */
export function tokenState(token: Token, now: Date): 'valid' | 'used' | 'expired' {
  if (token.usedAt !== null) return 'used';
  return now < token.expiresAt ? 'valid' : 'expired';
}
