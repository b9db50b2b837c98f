import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPhone, readPhone } from '../../../src/domain/accounts/phone.ts';
import { holds } from '../properties.ts';

describe('A1 the phone number', () => {
  test.each([
    ['01 23 45 67 89', '+33123456789'],
    ['0612345678', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['06-12-34-56-78', '+33612345678'],
    ['+33 1 23 45 67 89', '+33123456789'],
    ['+33 (0)1 23 45 67 89', '+33123456789'],
    ['+33 01 23 45 67 89', '+33123456789'],
    ['0033 1 23 45 67 89', '+33123456789'],
    ['01\u00a023\u00a045\u00a067\u00a089', '+33123456789'],
    // La Réunion, Guadeloupe
    ['0262 12 34 56', '+262262123456'],
    ['06 90 12 34 56', '+590690123456'],
    ['+590 690 12 34 56', '+590690123456'],
    ['+32 2 123 45 67', '+3221234567'],
    ['00 352 621 123 456', '+352621123456'],
    ['+1 (202) 555-0143', '+12025550143'],
  ])('A1: %s is %s', (text, phone) => {
    expect(readPhone(text)).toBe(phone);
  });

  test.each([
    '',
    '12',
    '01 23 45 67 8',
    '01 23 45 67 890',
    '00 00 00 00 00',
    '+33 1 23 45 67 8',
    '+0123456789',
    '01 23 45 67 8x',
    '+12345',
    '+1234567890123456',
  ])('A1: « %s » is not one', (text) => {
    expect(readPhone(text)).toBeNull();
  });

  test('A1: a French one is shown in pairs, another as it is dialled', () => {
    expect(formatPhone('+33123456789')).toBe('01\u00a023\u00a045\u00a067\u00a089');
    expect(formatPhone('+262262123456')).toBe('02\u00a062\u00a012\u00a034\u00a056');
    expect(formatPhone('+3221234567')).toBe('+3221234567');
  });

  test('A1: what is shown reads back as what is kept', () => {
    const french = fc.stringMatching(/^0[1-9]\d{8}$/);
    const others = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
    holds(
      fc.property(fc.oneof(french, others), (text) => {
        const phone = readPhone(text);
        fc.pre(phone !== null);
        expect(readPhone(formatPhone(phone))).toBe(phone);
        expect(readPhone(phone)).toBe(phone);
      }),
    );
  });
});
