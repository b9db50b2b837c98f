import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import { answerOf, grades, levels } from '../../src/domain/referential/level.ts';
import { levelReached, radar, recommendedRadar, requiredRadar, tenths } from '../../src/domain/scoring.ts';
import { always, type World, worlds } from './arbitraries.ts';
import { answers, applicable } from './build.ts';

const criteriaOf = ({ scope, questions, before }: World) => applicableCriteria(scope, profileOf(questions, before));

describe('S1: the radar', () => {
  test('is the mean of the mandatory criteria of each axis', () => {
    const criteria = [applicable('A'), applicable('B'), applicable('C', { axis: 'autre' })];
    expect(radar(criteria, answers({ A: 3, B: 2, C: 0 }))).toEqual([
      { axis: 'axe', sum: 5, count: 2 },
      { axis: 'autre', sum: 0, count: 1 },
    ]);
  });

  test('leaves out N/A answers, options, recommendations and unanswered criteria', () => {
    const criteria = [
      applicable('A'),
      applicable('B'),
      applicable('C', { nature: 'OPTIONAL' }),
      applicable('D', { nature: 'RECOMMENDED' }),
      applicable('E'),
    ];
    expect(radar(criteria, answers({ A: 2, B: 'na', C: 0, D: 0 }))).toEqual([{ axis: 'axe', sum: 2, count: 1 }]);
  });

  test('does not draw an axis that has nothing to average', () => {
    const criteria = [
      applicable('A', { axis: 'gris' }),
      applicable('B', { axis: 'option', nature: 'OPTIONAL' }),
      applicable('C'),
    ];
    expect(radar(criteria, answers({ A: 'na', B: 3, C: 0 })).map(({ axis }) => axis)).toEqual(['axe']);
  });

  test.each([
    [{ sum: 299, count: 100 }, 29, 2],
    [{ sum: 3, count: 1 }, 30, 3],
    [{ sum: 0, count: 4 }, 0, 0],
    [{ sum: 8, count: 3 }, 26, 2],
    [{ sum: 23, count: 10 }, 23, 2],
  ])(
    'is shown with one decimal, never rounded up, and coloured by the level wholly reached: %o',
    (mean, shown, level) => {
      expect(tenths(mean)).toBe(shown);
      expect(levelReached(mean)).toBe(level);
    },
  );
});

describe('Q8: what the radar is compared with', () => {
  const criteria = [
    applicable('A', { recommended: 2, accepted: ['na', 2, 3] }),
    applicable('B', { recommended: 1, accepted: null }),
    applicable('C', { recommended: 3, accepted: [3] }),
    applicable('D', { recommended: 3, nature: 'OPTIONAL' }),
  ];

  test('the recommended levels of the mandatory criteria, those answered N/A left out', () => {
    expect(recommendedRadar(criteria, {})).toEqual([{ axis: 'axe', sum: 6, count: 3 }]);
    expect(recommendedRadar(criteria, answers({ C: 'na', A: 0 }))).toEqual([{ axis: 'axe', sum: 3, count: 2 }]);
  });

  test('the lowest accepted levels, where there are some', () => {
    expect(requiredRadar(criteria, {})).toEqual([{ axis: 'axe', sum: 5, count: 2 }]);
    expect(requiredRadar(criteria, answers({ A: 'na', C: 'na' }))).toEqual([]);
  });
});

describe('S1, S4: whatever the answers', () => {
  test('each value is within 0 and 3, and averages at least one answer', () => {
    always(
      fc.property(worlds(), (world) => {
        for (const score of radar(criteriaOf(world), world.answers)) {
          expect(score.count).toBeGreaterThan(0);
          expect(score.sum).toBeGreaterThanOrEqual(0);
          expect(score.sum).toBeLessThanOrEqual(3 * score.count);
          expect(levels).toContain(levelReached(score));
        }
      }),
    );
  });

  test('an N/A answer weighs nothing: it is as if it had not been given', () => {
    always(
      fc.property(worlds(), (world) => {
        const given = Object.entries(world.answers).filter(([, answer]) => answer.kind === 'level');
        expect(radar(criteriaOf(world), world.answers)).toEqual(radar(criteriaOf(world), Object.fromEntries(given)));
      }),
    );
  });

  test('an option or an inapplicable criterion never moves it, whatever its answer', () => {
    always(
      fc.property(worlds(), fc.constantFrom(...grades), (world, grade) => {
        const mandatory = new Set(
          criteriaOf(world)
            .filter(({ nature }) => nature === 'MANDATORY')
            .map(({ code }) => code),
        );
        const others = world.scope.criteria
          .map(({ criterion }) => criterion.code)
          .filter((code) => !mandatory.has(code));
        const moved = { ...world.answers, ...Object.fromEntries(others.map((code) => [code, answerOf(grade)])) };
        expect(radar(criteriaOf(world), moved)).toEqual(radar(criteriaOf(world), world.answers));
      }),
    );
  });

  test('an axis is drawn exactly when one of its mandatory criteria is answered with a level', () => {
    always(
      fc.property(worlds(), (world) => {
        const drawn = radar(criteriaOf(world), world.answers).map(({ axis }) => axis);
        const expected = criteriaOf(world)
          .filter(({ code, nature }) => nature === 'MANDATORY' && world.answers[code]?.kind === 'level')
          .map(({ axis }) => axis);
        expect(new Set(drawn)).toEqual(new Set(expected));
        expect(drawn.length).toBe(new Set(drawn).size);
      }),
    );
  });
});
