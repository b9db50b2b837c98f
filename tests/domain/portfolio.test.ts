import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portfolio } from '../../src/domain/portfolio.ts';
import { tenths } from '../../src/domain/scoring.ts';
import { always } from './arbitraries.ts';

const score = fc
  .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([axis, count, share]) => ({ axis, count, sum: Math.floor(share * 3 * count) }));

describe('S1: a portfolio', () => {
  test('averages the means of the subjects, each counted once', () => {
    expect(
      portfolio([
        { axis: 'ins', sum: 3, count: 1 },
        { axis: 'ins', sum: 0, count: 30 },
        { axis: 'hds', sum: 29, count: 10 },
      ]),
    ).toEqual([
      { axis: 'ins', subjects: 2, tenths: 15, level: 1, distribution: { 0: 1, 1: 0, 2: 0, 3: 1 } },
      { axis: 'hds', subjects: 1, tenths: 29, level: 2, distribution: { 0: 0, 1: 0, 2: 1, 3: 0 } },
    ]);
  });

  test('is exact where binary fractions are not: three times 2,3 is 2,3', () => {
    const same = { axis: 'ins', sum: 23, count: 10 };
    expect(portfolio([same, same, same])[0]?.tenths).toBe(23);
    expect(
      portfolio([
        { axis: 'ins', sum: 1, count: 3 },
        { axis: 'ins', sum: 2, count: 3 },
        { axis: 'ins', sum: 3, count: 3 },
      ])[0]?.tenths,
    ).toBe(6);
  });

  test('nobody on an axis is no axis', () => {
    expect(portfolio([])).toEqual([]);
  });

  test('of one subject is that subject; of many, between the lowest and the highest', () => {
    always(
      fc.property(fc.array(score, { minLength: 1, maxLength: 40 }), (scores) => {
        for (const { axis, subjects, tenths: mean, distribution } of portfolio(scores)) {
          const own = scores.filter((one) => one.axis === axis);
          const each = own.map(tenths);
          expect(subjects).toBe(own.length);
          expect(Object.values(distribution).reduce((sum, one) => sum + one)).toBe(own.length);
          expect(mean).toBeGreaterThanOrEqual(Math.min(...each));
          expect(mean).toBeLessThanOrEqual(Math.max(...each));
          const [only] = each;
          if (each.length === 1) expect(mean).toBe(only);
        }
      }),
    );
  });
});
