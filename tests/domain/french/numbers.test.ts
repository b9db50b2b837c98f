import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatList } from '../../../src/domain/french/list.ts';
import { formatCount, formatPercent, formatTenths } from '../../../src/domain/french/numbers.ts';
import { counted, plural } from '../../../src/domain/french/plural.ts';
import { formatSize } from '../../../src/domain/french/sizes.ts';
import { holds } from '../properties.ts';

const nbsp = '\u00a0';
const thin = '\u202f';

describe('S1 means', () => {
  test.each([
    [2.99, '2,9'],
    [2.9, '2,9'],
    [3, '3,0'],
    [0, '0,0'],
    [0.05, '0,0'],
    [1.1, '1,1'],
    [2.3, '2,3'],
    // Three times 0,7 in floating point
    [2.0999999999999996, '2,1'],
  ])('S1: %d is shown %s', (value, text) => {
    expect(formatTenths(value)).toBe(text);
  });

  test('S1: a mean of levels is never rounded up, and never short of what it reaches', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 }), (levels) => {
        const sum = levels.reduce((total, level) => total + level, 0);
        const shown = Number(formatTenths(sum / levels.length).replace(',', ''));
        expect(shown).toBe(Math.floor((sum * 10) / levels.length));
      }),
    );
  });
});

describe('percentages', () => {
  test('S1: they are rounded down', () => {
    expect(formatPercent(24, 36)).toBe(`66${nbsp}%`);
    expect(formatPercent(0, 3)).toBe(`0${nbsp}%`);
    expect(formatPercent(29, 100)).toBe(`29${nbsp}%`);
  });

  test('S1: 100 % is said of the whole only', () => {
    holds(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (part, total) => {
        fc.pre(part <= total);
        expect(formatPercent(part, total) === `100${nbsp}%`).toBe(part === total);
      }),
    );
  });

  test('of nothing there is none', () => {
    expect(() => formatPercent(0, 0)).toThrow(RangeError);
  });
});

describe('numbers and their nouns', () => {
  test('thousands are set apart', () => {
    expect(formatCount(1234567)).toBe(`1${thin}234${thin}567`);
  });

  test('the plural begins at two', () => {
    expect([0, 1, 1.5, 2, 3].map((count) => plural(count, 'cheval', 'chevaux'))).toEqual([
      'cheval',
      'cheval',
      'cheval',
      'chevaux',
      'chevaux',
    ]);
    expect(counted(1, 'produit', 'produits')).toBe(`1${nbsp}produit`);
    expect(counted(1200, 'produit', 'produits')).toBe(`1${thin}200${nbsp}produits`);
  });

  test('an enumeration ends with « et »', () => {
    expect(formatList([])).toBe('');
    expect(formatList(['Urbanisation'])).toBe('Urbanisation');
    expect(formatList(['Urbanisation', 'Sécurité'])).toBe('Urbanisation et Sécurité');
    expect(formatList(['a', 'b', 'c'])).toBe('a, b et c');
  });
});

describe('sizes of files', () => {
  test.each([
    [0, '0 octet'],
    [1, '1 octet'],
    [999, '999 octets'],
    [1000, '1 ko'],
    [1_234_567, '1,2 Mo'],
    [10_000_000, '10 Mo'],
    [999_949, '999,9 ko'],
    [999_960, '1 Mo'],
    [999_950_000, '1 Go'],
    [2_500_000_000, '2,5 Go'],
  ])('%d octets are %s', (octets, text) => {
    expect(formatSize(octets)).toBe(text.replace(' ', nbsp));
  });
});
