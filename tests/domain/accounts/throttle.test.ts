import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterFailure,
  lockedUntil,
  type ThrottlePolicy,
  type ThrottleState,
  throttleKey,
  throttlePolicies,
} from '../../../src/domain/accounts/throttle.ts';
import { holds } from '../properties.ts';

const MINUTE = 60_000;
const start = Date.parse('2026-11-20T08:00:00Z');
const at = (minutes: number): Date => new Date(start + minutes * MINUTE);

/** `times` failures at the same minute. */
function fail(
  state: ThrottleState | null,
  times: number,
  minute: number,
  policy: ThrottlePolicy = throttlePolicies.signIn,
) {
  let next = state;
  for (let time = 0; time < times; time += 1) next = afterFailure(next, policy, at(minute));
  return next;
}

describe('A8 the lock after repeated failures', () => {
  test('A8: nine failures lock nothing, the tenth locks for a quarter of an hour', () => {
    expect(lockedUntil(null, at(0))).toBeNull();
    expect(lockedUntil(fail(null, 9, 0), at(0))).toBeNull();
    const locked = fail(null, 10, 0);
    expect(lockedUntil(locked, at(0))).toEqual(at(15));
    expect(lockedUntil(locked, at(14.99))).toEqual(at(15));
    expect(lockedUntil(locked, at(15))).toBeNull();
  });

  test('A8: failures older than a quarter of an hour are no longer counted', () => {
    const nine = fail(null, 9, 0);
    expect(lockedUntil(fail(nine, 1, 15), at(15))).toEqual(at(30));
    expect(lockedUntil(fail(nine, 9, 15.1), at(15.1))).toBeNull();
    expect(lockedUntil(fail(nine, 10, 15.1), at(15.1))).toEqual(at(30.1));
  });

  test('A8: what is tried during a lock does not make it longer', () => {
    const locked = fail(null, 10, 0);
    expect(fail(locked, 50, 5)).toEqual(locked);
  });

  test('A8: each lock lasts twice as long as the one before, up to four hours', () => {
    let state: ThrottleState | null = null;
    let minute = 0;
    const durations: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      state = fail(state, 10, minute);
      const until = lockedUntil(state, at(minute));
      durations.push(((until?.getTime() ?? 0) - at(minute).getTime()) / MINUTE);
      minute += durations.at(-1) ?? 0;
    }
    expect(durations).toEqual([15, 30, 60, 120, 240, 240, 240]);
  });

  test('A8: after a lock, nine more failures a quarter of an hour lock nothing', () => {
    const locked = fail(null, 10, 0);
    const later = fail(fail(locked, 9, 20), 9, 40);
    expect(lockedUntil(later, at(40))).toBeNull();
    expect(lockedUntil(fail(later, 1, 40), at(40))).toEqual(at(70));
  });

  test('A8: a day after the last lock everything is forgotten', () => {
    const twice = fail(fail(null, 10, 0), 10, 15);
    const nextDay = 45 + 24 * 60 + 1;
    expect(lockedUntil(fail(twice, 10, nextDay), at(nextDay))).toEqual(at(nextDay + 15));
  });

  test('A8: each policy counts on its own', () => {
    expect(throttleKey('signIn', 'hugo')).not.toBe(throttleKey('forgottenPassword', 'hugo'));
  });
});

describe('A8 whatever the moments of the failures', () => {
  const histories = fc.array(fc.nat(40 * MINUTE), { maxLength: 60, size: 'max' });
  const policies = fc.constantFrom<ThrottlePolicy>(...Object.values(throttlePolicies));

  function run(gaps: readonly number[], policy: ThrottlePolicy, seen: (state: ThrottleState, now: Date) => void): void {
    let state: ThrottleState | null = null;
    let now = start;
    for (const gap of gaps) {
      now += gap;
      state = afterFailure(state, policy, new Date(now));
      seen(state, new Date(now));
    }
  }

  test('A8: one more failure never opens what was locked, nor shortens the lock', () => {
    holds(
      fc.property(histories, policies, (gaps, policy) => {
        run(gaps, policy, (state, now) => {
          const before = lockedUntil(state, now);
          const after = lockedUntil(afterFailure(state, policy, now), now);
          if (before !== null) expect(after).toEqual(before);
        });
      }),
    );
  });

  test('A8: no lock is longer than the longest, and none starts before the limit is reached', () => {
    holds(
      fc.property(histories, policies, (gaps, policy) => {
        let failures = 0;
        run(gaps, policy, (state, now) => {
          failures += 1;
          const until = lockedUntil(state, now);
          if (until === null) return;
          expect(failures).toBeGreaterThanOrEqual(policy.limit);
          expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(policy.longestLock);
        });
      }),
    );
  });

  test('A8: fewer than twice the limit get through in any quarter of an hour', () => {
    holds(
      fc.property(fc.array(fc.nat(3 * MINUTE), { maxLength: 200, size: 'max' }), (gaps) => {
        const policy = throttlePolicies.signIn;
        const admitted: number[] = [];
        let state: ThrottleState | null = null;
        let now = start;
        for (const gap of gaps) {
          now += gap;
          if (lockedUntil(state, new Date(now)) === null) admitted.push(now);
          state = afterFailure(state, policy, new Date(now));
        }
        for (const [index, first] of admitted.entries()) {
          // Two rounds may touch in one window: the end of one that locked nothing, and the next
          const within = admitted.slice(index).filter((one) => one - first <= policy.window);
          expect(within.length).toBeLessThan(2 * policy.limit);
        }
      }),
    );
  });
});
