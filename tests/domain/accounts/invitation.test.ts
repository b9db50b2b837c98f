import { describe, expect, test } from 'vitest';
import { invitationState, inviteAgainProblem, isJustInvited } from '../../../src/domain/accounts/invitation.ts';

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

describe('A3 another invitation', () => {
  const sent = (secondsAgo: number) => ({ createdAt: new Date(now.getTime() - secondsAgo * 1000) });
  const invited = { hasPassword: false };

  test('A3: not within a minute of the last one, which a second click would make useless', () => {
    expect(isJustInvited(invited, sent(59), now)).toBe(true);
    expect(isJustInvited(invited, sent(60), now)).toBe(false);
    expect(isJustInvited(invited, null, now)).toBe(false);
    expect(inviteAgainProblem(invited, sent(59), now)).toContain('une minute');
    expect(inviteAgainProblem(invited, sent(60), now)).toBeNull();
    expect(inviteAgainProblem(invited, null, now)).toBeNull();
  });

  test('A3: not to whoever has chosen a password, however long ago', () => {
    expect(isJustInvited({ hasPassword: true }, sent(1), now)).toBe(false);
    expect(inviteAgainProblem({ hasPassword: true }, sent(600), now)).toContain('déjà choisi');
  });
});
