import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { droppedCodes, mergedRereading, type Rereading } from '../../../src/domain/subjects/rereading.ts';
import { holds } from '../properties.ts';

const codes = ['A', 'B', 'C', 'D', 'E'] as const;

/** A change between two sets of shown criteria. */
function change(before: readonly string[], after: readonly string[]): Rereading {
  return {
    appeared: after.filter((code) => !before.includes(code)),
    vanished: before.filter((code) => !after.includes(code)),
  };
}

const shown = fc.subarray([...codes]);

describe('P5: what is to be read again', () => {
  test('one change is what appears and what vanishes', () => {
    expect(mergedRereading(null, change(['A', 'B'], ['B', 'C']))).toEqual({ appeared: ['C'], vanished: ['A'] });
  });

  test('a change and its reverse leave nothing to read again', () => {
    holds(
      fc.property(shown, shown, (before, after) => {
        const there = mergedRereading(null, change(before, after));
        expect(mergedRereading(there, change(after, before))).toBeNull();
      }),
    );
  });

  test('several changes are the one from the first to the last', () => {
    holds(
      fc.property(shown, fc.array(shown, { minLength: 1, maxLength: 6 }), (first, next) => {
        let mark: Rereading | null = null;
        let present: readonly string[] = first;
        for (const after of next) {
          mark = mergedRereading(mark, change(present, after));
          present = after;
        }
        const whole = change(first, present);
        expect([...(mark?.appeared ?? [])].sort()).toEqual([...whole.appeared].sort());
        expect([...(mark?.vanished ?? [])].sort()).toEqual([...whole.vanished].sort());
      }),
    );
  });

  test('the answers that go are those to what vanished, unless it is asked again', () => {
    expect(droppedCodes({ appeared: ['A'], vanished: ['B', 'C'] }, new Set(['A', 'C']))).toEqual(['B']);
  });
});
