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

  test.each([
    ['+3221234567', '+32\u00a021\u00a023\u00a045\u00a067'],
    ['+12025550143', '+1\u00a020\u00a025\u00a055\u00a001\u00a043'],
    ['+352621123456', '+352\u00a0621\u00a012\u00a034\u00a056'],
    ['+491701234567', '+49\u00a017\u00a001\u00a023\u00a045\u00a067'],
    ['+4420794609581', '+44\u00a0207\u00a094\u00a060\u00a095\u00a081'],
    ['+35312345678', '+353\u00a012\u00a034\u00a056\u00a078'],
    ['+1234567', '+1\u00a023\u00a045\u00a067'],
    // Guadeloupe's code before a number that is not dialled as one of hers, and the reverse
    ['+590500000000', '+590\u00a0500\u00a000\u00a000\u00a000'],
    ['+33590123456', '+33\u00a0590\u00a012\u00a034\u00a056'],
    ['+508412345', '+508\u00a041\u00a023\u00a045'],
    ['+687251234', '+687\u00a025\u00a012\u00a034'],
    ['+68940412345', '+689\u00a040\u00a041\u00a023\u00a045'],
  ])('A1: %s is shown as %s', (phone, shown) => {
    expect(formatPhone(phone)).toBe(shown);
  });

  test('A1: a French one is shown in pairs', () => {
    expect(formatPhone('+33123456789')).toBe('01\u00a023\u00a045\u00a067\u00a089');
    expect(formatPhone('+262262123456')).toBe('02\u00a062\u00a012\u00a034\u00a056');
  });

  test('A1: what is shown reads back as what is kept', () => {
    const french = fc.stringMatching(/^0[1-9]\d{8}$/);
    const others = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
    const codes = fc.constantFrom('33', '262', '590', '594', '596', '508', '681', '687', '689');
    const prefixes = fc.constantFrom('', '262', '269', '590', '594', '596', '639', '690', '694', '696', '508', '0590');
    const ofFrance = fc
      .tuple(codes, prefixes, fc.stringMatching(/^\d{4,10}$/))
      .map(([code, prefix, rest]) => `+${code}${prefix}${rest}`);
    holds(
      fc.property(fc.oneof(french, others, ofFrance), (text) => {
        const phone = readPhone(text);
        fc.pre(phone !== null);
        expect(readPhone(formatPhone(phone))).toBe(phone);
        expect(readPhone(phone)).toBe(phone);
      }),
    );
  });
});
