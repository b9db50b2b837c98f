import { describe, expect, test } from 'vitest';
import { comparison } from '../../src/domain/comparison.ts';
import { answers } from './build.ts';

describe('Q4: comparing two sets of answers', () => {
  test('says how each answer changed, in reading order', () => {
    const before = answers({ A: 1, B: 2, C: 2, D: 'na', E: 3, F: 'na' });
    const after = answers({ A: 3, B: 2, C: 0, D: 1, F: 'na', G: 0 });
    const changes = comparison(['G', 'A', 'B', 'C', 'D', 'E', 'F', 'H'], before, after);
    expect(changes.map(({ code, change }) => `${code} ${change}`)).toEqual([
      'G added',
      'A raised',
      'B same',
      'C lowered',
      'D moved',
      'E removed',
      'F same',
    ]);
  });

  test('S4: unanswered is neither N/A nor 0', () => {
    expect(comparison(['A'], {}, answers({ A: 0 }))).toEqual([
      { code: 'A', before: null, after: { kind: 'level', level: 0 }, change: 'added' },
    ]);
  });
});
