import { describe, expect, test } from 'vitest';
import { expiryOf } from '../../../src/domain/accounts/session.ts';

const at = (time: string): Date => new Date(`2026-11-20T${time}Z`);
const session = { openedAt: at('08:00:00'), lastSeenAt: at('10:00:00') };

describe('A8 how long a session lasts', () => {
  test('A8: two hours without a page for a vendor, half an hour for the staff', () => {
    for (const role of ['RESPONSIBLE', 'CONTRIBUTOR'] as const) expect(expiryOf(session, role)).toEqual(at('12:00:00'));
    for (const role of ['VERIFIER', 'ADMINISTRATOR'] as const) expect(expiryOf(session, role)).toEqual(at('10:30:00'));
  });

  test('A8: the shorter limit as long as nobody knows whose session it is', () => {
    expect(expiryOf(session, null)).toEqual(at('10:30:00'));
  });

  test('A8: never more than twelve hours, however busy', () => {
    expect(expiryOf({ ...session, lastSeenAt: at('19:30:00') }, 'CONTRIBUTOR')).toEqual(at('20:00:00'));
  });
});
