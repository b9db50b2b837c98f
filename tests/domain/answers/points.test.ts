import { describe, expect, test } from 'vitest';
import { pointsToSettle } from '../../../src/domain/answers/points.ts';

describe('Q5: what is left to settle before validating', () => {
  const lacking = (code: string, section: string | null = null) => ({ code, section });
  const codes = (...all: readonly ReturnType<typeof lacking>[]) => pointsToSettle(all).map(({ code }) => code);

  test('is all that criteria lack by themselves, a proof at a time', () => {
    expect(codes(lacking('A'), lacking('B'), lacking('B'))).toEqual(['A', 'B', 'B']);
  });

  test('is one reason for each section switched to N/A, where the first of its criteria comes', () => {
    expect(codes(lacking('A'), lacking('B', 'S'), lacking('C', 'S'), lacking('D', 'T'), lacking('E'))).toEqual([
      'A',
      'B',
      'D',
      'E',
    ]);
  });
});
