import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicableCriteria } from '../../../src/domain/applicability/applicable.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { axisResults, gapTenths, isDrawn, notCounted, reaches } from '../../../src/domain/results/axes.ts';
import { distribution, sectionDistributions } from '../../../src/domain/results/distribution.ts';
import { radar } from '../../../src/domain/scoring.ts';
import { always, worlds } from '../arbitraries.ts';
import { answers, applicable, section } from '../build.ts';

const axes = [{ id: 'axe' }, { id: 'autre' }, { id: 'absent' }];

describe('S1, Q8: what each axis is worth, and what it is compared with', () => {
  const criteria = [
    applicable('A', { accepted: [2, 3] }),
    applicable('B', { axis: 'autre', recommended: 3 }),
    applicable('C', { nature: 'OPTIONAL' }),
  ];

  test('every axis that is asked, in the order of the questionnaire; nothing to average is null, not 0', () => {
    const rows = axisResults(axes, {
      criteria,
      validated: answers({ A: 1, B: 'na', C: 0 }),
      draft: answers({ A: 2, B: 3 }),
      requiring: criteria,
    });
    const mean = (sum: number) => ({ sum, count: 1 });
    expect(rows).toEqual([
      { axis: 'axe', validated: mean(1), draft: mean(2), recommended: mean(2), required: mean(2) },
      { axis: 'autre', validated: null, draft: mean(3), recommended: null, required: null },
    ]);
    expect(rows.map(isDrawn)).toEqual([true, true]);
  });

  test('an axis whose every criterion is N/A is said, and not drawn', () => {
    const [row] = axisResults(axes, { criteria, validated: answers({ A: 'na' }), draft: null, requiring: [] });
    expect(row && isDrawn(row)).toBe(false);
  });

  test.each([
    [{ sum: 9, count: 4 }, { sum: 5, count: 2 }, -3],
    [{ sum: 9, count: 4 }, { sum: 2, count: 1 }, 2],
    [{ sum: 4, count: 2 }, { sum: 6, count: 3 }, 0],
    [{ sum: 0, count: 1 }, { sum: 3, count: 1 }, -30],
    // 1,777… is shown as 1,7
    [{ sum: 2, count: 1 }, { sum: 16, count: 9 }, 3],
  ])('S1: %o is, from %o, %i tenths, as both are shown', (mean, goal, tenths) => {
    expect(gapTenths(mean, goal)).toBe(tenths);
  });

  test('S1: a mean reaches another when nothing is missing, not when both are shown alike', () => {
    expect(reaches({ sum: 4, count: 2 }, { sum: 6, count: 3 })).toBe(true);
    expect(reaches({ sum: 7, count: 3 }, { sum: 26, count: 11 })).toBe(false);
  });

  test('what no mean counts, and why', () => {
    const some = [
      applicable('A'),
      applicable('B'),
      applicable('C', { nature: 'OPTIONAL' }),
      applicable('D', { nature: 'RECOMMENDED' }),
      applicable('E'),
    ];
    expect(notCounted(some, answers({ A: 2, B: 'na', C: 3 })).map(({ code, why }) => `${code} ${why}`)).toEqual([
      'B na',
      'C optional',
      'D recommended',
      'E unanswered',
    ]);
  });

  test('S1, S4: each criterion is counted in one mean, or said not to be, whatever the answers', () => {
    always(
      fc.property(worlds(), (world) => {
        const some = applicableCriteria(world.scope, profileOf(world.questions, world.before));
        const counted = radar(some, world.answers).reduce((sum, { count }) => sum + count, 0);
        expect(counted + notCounted(some, world.answers).length).toBe(some.length);
      }),
    );
  });
});

describe('Q8, S4: how many criteria have each answer', () => {
  const within = (id: string) => ({ sections: [section(id, [])] });

  test('unanswered is apart: neither N/A nor 0', () => {
    const criteria = ['A', 'B', 'C', 'D'].map((code) => applicable(code));
    expect(distribution(criteria, answers({ A: 0, B: 'na', C: 3 }))).toEqual({
      counts: { na: 1, 0: 1, 1: 0, 2: 0, 3: 1 },
      unanswered: 1,
    });
  });

  test('section by section, in the order that they come', () => {
    const criteria = [applicable('A', within('s1')), applicable('B', within('s2')), applicable('C', within('s1'))];
    const found = sectionDistributions(criteria, answers({ A: 3, B: 0 }));
    expect(found.map(({ id, distribution: one }) => [id, one.counts[3], one.counts[0], one.unanswered])).toEqual([
      ['s1', 1, 0, 1],
      ['s2', 0, 1, 0],
    ]);
  });
});
