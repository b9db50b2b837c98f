import { expect, test } from 'vitest';
import { throttlePolicies } from '../../src/domain/accounts/throttle.ts';
import { lifetimes } from '../../src/domain/accounts/token.ts';
import { forgottenBefore } from '../../src/domain/retention.ts';

const now = new Date('2026-11-20T10:00:00Z');
const DAY = 86_400_000;
const kept = (what: Parameters<typeof forgottenBefore>[0]): number =>
  now.getTime() - forgottenBefore(what, now).getTime();

test('A8: each is kept as many days as it serves', () => {
  expect(forgottenBefore('attempts', now)).toEqual(new Date('2026-11-17T10:00:00Z'));
  expect(forgottenBefore('link', now)).toEqual(new Date('2026-10-21T10:00:00Z'));
  expect(forgottenBefore('mail', now)).toEqual(new Date('2026-10-21T10:00:00Z'));
  expect(forgottenBefore('file', now)).toEqual(new Date('2026-11-19T10:00:00Z'));
});

test('A8: no lock is forgotten while it holds or is remembered, no mail while its link may work', () => {
  const longestLock = Math.max(...Object.values(throttlePolicies).map((policy) => policy.longestLock));
  expect(kept('attempts')).toBeGreaterThan(longestLock + DAY);
  expect(kept('mail')).toBeGreaterThanOrEqual(Math.max(...Object.values(lifetimes)));
});
