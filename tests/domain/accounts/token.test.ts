import { describe, expect, test } from 'vitest';
import { linkExpiry, tokenState } from '../../../src/domain/accounts/token.ts';

const now = new Date('2026-11-20T08:00:00Z');

describe('private links', () => {
  test('A3: the link to a first password works for 72 hours', () => {
    expect(linkExpiry('SET_PASSWORD', now)).toEqual(new Date('2026-11-23T08:00:00Z'));
  });

  test('A8: the one to a forgotten password for an hour, to a new address for a day', () => {
    expect(linkExpiry('RESET_PASSWORD', now)).toEqual(new Date('2026-11-20T09:00:00Z'));
    expect(linkExpiry('CHANGE_EMAIL', now)).toEqual(new Date('2026-11-21T08:00:00Z'));
  });

  test('A2: the one to the papers for 30 days', () => {
    expect(linkExpiry('DEPOSIT_PAPERS', now)).toEqual(new Date('2026-12-20T08:00:00Z'));
  });

  test('A3: it works once, and no more at the instant of its expiry', () => {
    const token = { expiresAt: new Date('2026-11-20T09:00:00Z'), usedAt: null };
    expect(tokenState(token, now)).toBe('valid');
    expect(tokenState(token, new Date('2026-11-20T08:59:59.999Z'))).toBe('valid');
    expect(tokenState(token, token.expiresAt)).toBe('expired');
    expect(tokenState({ ...token, usedAt: now }, now)).toBe('used');
    expect(tokenState({ ...token, usedAt: now }, new Date('2027-01-01'))).toBe('used');
  });
});
