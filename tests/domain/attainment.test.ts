import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedGrades, applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { attainment } from '../../src/domain/attainment.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import { answerOf, gradeOf, grades, levels } from '../../src/domain/referential/level.ts';
import { always, upwardClosed, type World, worlds } from './arbitraries.ts';
import { answers, applicable, compliance, maturity } from './build.ts';

const criteriaOf = ({ scope, questions, before }: World) => applicableCriteria(scope, profileOf(questions, before));

describe('S2: attainment', () => {
  const criteria = [applicable('A', { accepted: ['na', 2, 3] }), applicable('B', { accepted: [3] }), applicable('C')];

  test('holds when each criterion with accepted levels is answered with one of them', () => {
    expect(attainment(criteria, answers({ A: 'na', B: 3, C: 0 }))).toEqual({ attained: true, shortfalls: [] });
  });

  test('lists what falls short, and by how many levels', () => {
    expect(attainment(criteria, answers({ A: 0, B: 'na', C: 0 })).shortfalls).toEqual([
      { code: 'A', answer: { kind: 'level', level: 0 }, accepted: ['na', 2, 3], levelsShort: 2 },
      { code: 'B', answer: { kind: 'na' }, accepted: [3], levelsShort: null },
    ]);
  });

  test('S4: an unanswered criterion is not attained, and is not taken for level 0', () => {
    const lenient = [applicable('A', { accepted: ['na', 0, 1, 2, 3] })];
    expect(attainment(lenient, {})).toEqual({
      attained: false,
      shortfalls: [{ code: 'A', answer: null, accepted: ['na', 0, 1, 2, 3], levelsShort: null }],
    });
  });

  test('D2: accepted levels are a set: a hole in it is not accepted', () => {
    const holed = [applicable('A', { accepted: [1, 3] })];
    expect(attainment(holed, answers({ A: 2 })).shortfalls[0]?.levelsShort).toBe(1);
    expect(attainment(holed, answers({ A: 1 })).attained).toBe(true);
  });
});

describe('S3: against the Doctrine', () => {
  test('the recommended level or better is accepted, and N/A where it is offered', () => {
    expect(acceptedGrades(maturity('A10.1'), 'recommended', 1)).toEqual(['na', 1, 2, 3]);
    expect(acceptedGrades(maturity('A', { na: null }), 'recommended', 2)).toEqual([2, 3]);
    expect(acceptedGrades(compliance('A'), 'recommended', 3)).toEqual(['na', 3]);
  });

  test('N/A is never accepted where it is not offered', () => {
    expect(acceptedGrades(maturity('A', { na: null }), ['na', 2, 3], 2)).toEqual([2, 3]);
  });
});

describe('S2: whatever the answers', () => {
  test('attainment depends on the accepted sets only', () => {
    always(
      fc.property(worlds(), (world) => {
        const criteria = criteriaOf(world);
        const expected = criteria.every(({ code, accepted }) => {
          const answer = world.answers[code];
          return accepted === null || (answer !== undefined && accepted.includes(gradeOf(answer)));
        });
        const otherwise = criteria.map((criterion) => ({
          ...criterion,
          nature: 'OPTIONAL' as const,
          recommended: 0 as const,
          axis: null,
        }));
        expect(attainment(criteria, world.answers).attained).toBe(expected);
        expect(attainment(otherwise, world.answers)).toEqual(attainment(criteria, world.answers));
      }),
    );
  });

  test('a criterion without accepted levels never prevents it', () => {
    always(
      fc.property(worlds(), fc.constantFrom(...grades), (world, grade) => {
        const criteria = criteriaOf(world);
        const free = criteria.filter(({ accepted }) => accepted === null);
        const moved = { ...world.answers, ...Object.fromEntries(free.map(({ code }) => [code, answerOf(grade)])) };
        expect(attainment(criteria, moved)).toEqual(attainment(criteria, world.answers));
      }),
    );
  });

  test('raising a level never loses it, when the accepted sets are closed upwards', () => {
    always(
      fc.property(worlds(upwardClosed), fc.nat(), (world, which) => {
        const criteria = criteriaOf(world);
        const codes = Object.keys(world.answers);
        const code = codes[which % Math.max(1, codes.length)];
        const answer = code === undefined ? undefined : world.answers[code];
        fc.pre(
          code !== undefined &&
            answer?.kind === 'level' &&
            answer.level < 3 &&
            attainment(criteria, world.answers).attained,
        );
        if (code === undefined || answer?.kind !== 'level') return;
        const raised = { ...world.answers, [code]: { kind: 'level' as const, level: levels[answer.level + 1] ?? 3 } };
        expect(attainment(criteria, raised).attained).toBe(true);
      }),
    );
  });

  test('the shortfall, once climbed, is no longer one', () => {
    always(
      fc.property(worlds(), (world) => {
        const criteria = criteriaOf(world);
        for (const { code, answer, levelsShort } of attainment(criteria, world.answers).shortfalls) {
          if (levelsShort === null || answer?.kind !== 'level') continue;
          const climbed = {
            ...world.answers,
            [code]: { kind: 'level' as const, level: levels[answer.level + levelsShort] ?? 3 },
          };
          expect(attainment(criteria, climbed).shortfalls.map((one) => one.code)).not.toContain(code);
        }
      }),
    );
  });
});
