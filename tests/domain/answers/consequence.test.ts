import { describe, expect, test } from 'vitest';
import { consequenceOf } from '../../../src/domain/answers/consequence.ts';

const asked = { recommended: 2, accepted: ['na', 2, 3] } as const;

describe('S2, S3: what follows from an answer', () => {
  test('N/A is out of every mean, and accepted where the démarche accepts it', () => {
    expect(consequenceOf(asked, 'na')).toEqual({ kind: 'notApplicable', accepted: true });
    expect(consequenceOf({ ...asked, accepted: [3] }, 'na')).toEqual({ kind: 'notApplicable', accepted: false });
  });

  test('below the recommended level, by how many levels', () => {
    expect(consequenceOf(asked, 0)).toEqual({ kind: 'below', levels: 2, accepted: false });
    expect(consequenceOf({ ...asked, accepted: null }, 1)).toEqual({ kind: 'below', levels: 1, accepted: null });
  });

  test('at the recommended level, green stays the target', () => {
    expect(consequenceOf(asked, 2)).toEqual({ kind: 'reached', target: false, accepted: true });
    expect(consequenceOf(asked, 3)).toEqual({ kind: 'reached', target: true, accepted: true });
  });

  test('what the Doctrine recommends may be too low for the démarche', () => {
    expect(consequenceOf({ recommended: 1, accepted: [3] }, 2)).toEqual({
      kind: 'reached',
      target: false,
      accepted: false,
    });
  });
});
