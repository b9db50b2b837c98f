import { describe, expect, test } from 'vitest';
import { observatoryMean } from '../../src/domain/observatory.ts';

describe('P9: a mean of the Observatoire', () => {
  const sums = new Map([
    [3, 8],
    [1, 6],
  ]);

  test('says nothing while fewer than five companies are behind it', () => {
    expect(observatoryMean({ companies: 4, subjects: 100, sums })).toBeNull();
  });

  test('S1: from five on, is the mean of the means, never rounded up', () => {
    // (8/3 + 6) / 5 = 1,733…
    expect(observatoryMean({ companies: 5, subjects: 5, sums })).toEqual({ tenths: 17, level: 1 });
  });
});
