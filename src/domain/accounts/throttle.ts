/** A8: what is counted of a key, be it a login that exists or not. */
export interface ThrottleState {
  readonly count: number;
  /** When the present round of failures began. */
  readonly startedAt: Date;
  readonly lockedUntil: Date | null;
}

/** `limit` failures within `window` lock for `lock`, then for twice as long each time, up to `longestLock`. */
export interface ThrottlePolicy {
  readonly limit: number;
  readonly window: number;
  readonly lock: number;
  readonly longestLock: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A lock that ended that long ago no longer makes the next one longer. */
const MEMORY = 24 * HOUR;

/** Where an act is limited whatever comes of it (a request, a mail sent), each time counts as a failure. */
export const throttlePolicies = {
  signIn: { limit: 10, window: 15 * MINUTE, lock: 15 * MINUTE, longestLock: 4 * HOUR },
  // A hospital's or an office's people share one address
  signInFromAddress: { limit: 100, window: 15 * MINUTE, lock: 15 * MINUTE, longestLock: 4 * HOUR },
  accountRequestFromAddress: { limit: 5, window: HOUR, lock: HOUR, longestLock: 4 * HOUR },
  forgottenPassword: { limit: 3, window: HOUR, lock: HOUR, longestLock: 4 * HOUR },
  forgottenPasswordFromAddress: { limit: 20, window: HOUR, lock: HOUR, longestLock: 4 * HOUR },
  privateLinkFromAddress: { limit: 30, window: 15 * MINUTE, lock: 15 * MINUTE, longestLock: 4 * HOUR },
} as const satisfies Record<string, ThrottlePolicy>;

export type ThrottleName = keyof typeof throttlePolicies;

/** Each policy counts on its own; `of` is a login's key or an address. */
export function throttleKey(name: ThrottleName, of: string): string {
  return `${name}:${of}`;
}

/** Until when it is locked, or null. At that very instant it is open again. */
export function lockedUntil(state: ThrottleState | null, now: Date): Date | null {
  return state?.lockedUntil != null && now < state.lockedUntil ? state.lockedUntil : null;
}

/** The count includes the rounds already locked: how many there were makes the next lock. Failures during a lock are not counted. */
export function afterFailure(state: ThrottleState | null, policy: ThrottlePolicy, now: Date): ThrottleState {
  if (state === null || isForgotten(state, now)) return counted(0, now, null, policy, now);
  if (lockedUntil(state, now) !== null) return state;
  const earlierRounds = state.count - (state.count % policy.limit);
  const roundIsOver = state.count === earlierRounds || now.getTime() - state.startedAt.getTime() > policy.window;
  return roundIsOver
    ? counted(earlierRounds, now, state.lockedUntil, policy, now)
    : counted(state.count, state.startedAt, state.lockedUntil, policy, now);
}

function isForgotten(state: ThrottleState, now: Date): boolean {
  return state.lockedUntil !== null && now.getTime() - state.lockedUntil.getTime() > MEMORY;
}

function counted(before: number, startedAt: Date, lock: Date | null, policy: ThrottlePolicy, now: Date): ThrottleState {
  const count = before + 1;
  if (count % policy.limit !== 0) return { count, startedAt, lockedUntil: lock };
  const duration = Math.min(policy.lock * 2 ** (count / policy.limit - 1), policy.longestLock);
  return { count, startedAt, lockedUntil: new Date(now.getTime() + duration) };
}
