import { describe, expect, test } from 'vitest';
import { invitationState } from '../../../src/domain/accounts/invitation.ts';

const now = new Date('2026-11-20T10:00:00Z');
const later = new Date('2026-11-20T10:00:01Z');

describe('A3 what became of an invitation', () => {
  test.each([
    ['the link still works', { expiresAt: later, usedAt: null }, 'invited'],
    ['the link is too old', { expiresAt: now, usedAt: null }, 'expired'],
    ['no link was sent', null, 'expired'],
  ] as const)('A3: without a password, %s', (_, link, expected) => {
    expect(invitationState({ hasPassword: false }, link, now)).toBe(expected);
  });

  test('A3: once a password is chosen the account is active, whatever the links', () => {
    expect(invitationState({ hasPassword: true }, { expiresAt: now, usedAt: null }, now)).toBe('active');
  });
});
