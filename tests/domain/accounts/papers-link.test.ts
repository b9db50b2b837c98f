import { describe, expect, test } from 'vitest';
import { decidedLongAgo, isLinkDead, isLinkFresh, papersLinkExpiry } from '../../../src/domain/accounts/papers-link.ts';

const sentAt = new Date('2026-11-20T10:00:00Z');
const tokenExpiresAt = papersLinkExpiry(sentAt);
const later = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
const DAYS = 24 * 60;

describe('A2 the private link of a request', () => {
  test('A2: it takes papers for thirty days, not an instant more', () => {
    const request = { status: 'AWAITING_PAPERS', tokenExpiresAt } as const;
    expect(isLinkDead(request, later(30 * DAYS - 1))).toBe(false);
    expect(isLinkDead(request, later(30 * DAYS))).toBe(true);
  });

  test('A2: however long the examination, it tells that it goes on', () => {
    expect(isLinkDead({ status: 'SUBMITTED', tokenExpiresAt }, later(300 * DAYS))).toBe(false);
  });

  test('A2: once decided, it ends in its turn', () => {
    for (const status of ['APPROVED', 'REFUSED'] as const) {
      expect(isLinkDead({ status, tokenExpiresAt }, later(30 * DAYS))).toBe(true);
    }
  });

  test('A2: for ten minutes the same request is a second click', () => {
    const request = { status: 'AWAITING_PAPERS', tokenExpiresAt } as const;
    expect(isLinkFresh(request, sentAt)).toBe(true);
    expect(isLinkFresh(request, later(9))).toBe(true);
    expect(isLinkFresh(request, later(10))).toBe(false);
  });

  test('A2: papers are kept thirty days after the decision', () => {
    expect(decidedLongAgo(later(30 * DAYS))).toEqual(sentAt);
  });
});
