import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicableCriteria } from '../../../src/domain/applicability/applicable.ts';
import { attainment } from '../../../src/domain/attainment.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { carryOver } from '../../../src/domain/projection/carry-over.ts';
import { isMonth, latest, type Month, monthOf } from '../../../src/domain/projection/month.ts';
import { isOutOfDate } from '../../../src/domain/projection/out-of-date.ts';
import { outcome } from '../../../src/domain/projection/outcome.ts';
import type { Plan, Target } from '../../../src/domain/projection/plan.ts';
import { monthProblems, planProblems } from '../../../src/domain/projection/problems.ts';
import { answersAt, milestones, radarAt, roadmap } from '../../../src/domain/projection/roadmap.ts';
import { type Answers, levels } from '../../../src/domain/referential/level.ts';
import { radar } from '../../../src/domain/scoring.ts';
import { always, worlds } from '../arbitraries.ts';
import { answers, applicable } from '../build.ts';

const target = (months: Target['months'], more: Partial<Target> = {}): Target => ({
  months,
  notApplicable: false,
  comment: '',
  ...more,
});
const ticked = (comment: string): Target => target({}, { notApplicable: true, comment });

/** A recommends 2 and is at 0, B recommends 2 and is there, C is not applicable, D recommends 1 and is at 0. */
const criteria = [
  applicable('A'),
  applicable('B'),
  applicable('C'),
  applicable('D', { recommended: 1, axis: 'autre' }),
];
const evaluated = answers({ A: 0, B: 2, C: 'na', D: 0 });

describe('J2: months', () => {
  const problems = (plan: Plan) => monthProblems(criteria, evaluated, plan, '2023-06');

  test('this month or later, never decreasing as levels rise', () => {
    expect(problems({ A: target({ 1: '2023-06', 2: '2023-06', 3: '2024-01' }), B: target({ 3: '2023-07' }) })).toEqual(
      [],
    );
  });

  test('a month of the past is refused', () => {
    expect(problems({ A: target({ 1: '2023-05' }) })).toEqual([{ kind: 'past', code: 'A', level: 1 }]);
  });

  test('a level can’t be planned before a lower one', () => {
    expect(problems({ A: target({ 1: '2024-02', 3: '2024-01' }) })).toEqual([
      { kind: 'earlier-than-lower', code: 'A', level: 3 },
    ]);
  });

  test('only levels above the present one are planned', () => {
    expect(problems({ B: target({ 1: '2024-01', 2: '2024-02' }) })).toEqual([
      { kind: 'not-above', code: 'B', level: 1 },
      { kind: 'not-above', code: 'B', level: 2 },
    ]);
  });

  test('a month is that of Paris', () => {
    expect(monthOf(new Date('2022-12-31T23:30:00Z'))).toBe('2023-01');
    expect(['2023-00', '2023-13', '2023-1', '23-01', '2023-12'].filter(isMonth)).toEqual(['2023-12']);
    expect(latest([])).toBeNull();
  });
});

describe('J3: what a projection needs to be validated', () => {
  const problems = (plan: Plan) => planProblems(criteria, evaluated, plan);

  test('a month at the recommended level or above it, for each criterion below; nothing for the others', () => {
    expect(problems({ A: target({ 3: '2024-01' }), D: target({ 1: '2023-07' }) })).toEqual([]);
    expect(problems({ A: target({ 1: '2024-01' }) })).toEqual([
      { kind: 'no-target', code: 'A' },
      { kind: 'no-target', code: 'D' },
    ]);
  });

  test('or the box, with a comment and without months', () => {
    expect(problems({ A: ticked('Hors de notre marché.'), D: ticked('  ') })).toEqual([
      { kind: 'no-comment', code: 'D' },
    ]);
    expect(
      problems({ A: target({ 2: '2024-01' }, { notApplicable: true, comment: 'Non.' }), D: ticked('Non.') }),
    ).toEqual([{ kind: 'months-left', code: 'A' }]);
  });
});

describe('J4: the outcome', () => {
  test('is the month by which the last criterion reaches its recommended level', () => {
    const plan = {
      A: target({ 1: '2022-11', 2: '2023-01', 3: '2025-01' }),
      D: target({ 2: '2022-12' }),
      B: target({ 3: '2026-01' }),
    };
    expect(outcome(criteria, evaluated, plan)).toEqual({ kind: 'reached', month: '2023-01' });
  });

  test('is "Non atteint" when a box is ticked or a month is missing', () => {
    expect(outcome(criteria, evaluated, { A: ticked('Non.'), D: target({ 1: '2023-01' }) })).toEqual({
      kind: 'not-reached',
      codes: ['A'],
    });
    expect(outcome(criteria, evaluated, {})).toEqual({ kind: 'not-reached', codes: ['A', 'D'] });
  });

  test('is reached already when nothing is below', () => {
    expect(outcome(criteria, answers({ A: 2, B: 3, C: 'na', D: 1 }), {})).toEqual({ kind: 'already' });
  });

  test('S4: a criterion that was not evaluated is not reached', () => {
    expect(outcome(criteria, answers({ A: 2, B: 2, D: 1 }), {})).toEqual({ kind: 'not-reached', codes: ['C'] });
  });
});

describe('J5: the roadmap', () => {
  const plan = { A: target({ 1: '2023-01', 3: '2024-06' }), D: ticked('Non.') };

  test('has a line a criterion, and a milestone a month', () => {
    const lines = roadmap(criteria, evaluated, plan);
    expect(
      lines.map(({ criterion, present, steps, notApplicable }) => [criterion.code, present, steps, notApplicable]),
    ).toEqual([
      [
        'A',
        0,
        [
          { level: 1, month: '2023-01' },
          { level: 3, month: '2024-06' },
        ],
        false,
      ],
      ['B', 2, [], false],
      ['D', 0, [], true],
    ]);
    expect(milestones(lines)).toEqual(['2023-01', '2024-06']);
  });

  test('the radar at a date is that of the levels reached by then', () => {
    const at = (month: Month) => radarAt(month, criteria, evaluated, plan);
    expect(at('2022-12')).toEqual(radar(criteria, evaluated));
    expect(at('2023-01')[0]).toEqual({ axis: 'axe', sum: 3, count: 2 });
    expect(at('2024-05')).toEqual(at('2023-01'));
    expect(at('2024-06')[0]).toEqual({ axis: 'axe', sum: 5, count: 2 });
  });
});

describe('J5: when the evaluation changes', () => {
  test('what was planned above the new levels still holds, the rest falls', () => {
    const plan = {
      A: target({ 1: '2023-01', 2: '2023-06' }),
      B: target({ 3: '2024-01' }),
      D: ticked('Non.'),
      Z: target({ 3: '2023-01' }),
    };
    const { plan: kept, revised } = carryOver(plan, criteria, answers({ A: 1, B: 3, C: 'na', D: 0 }));
    expect(kept).toEqual({ A: target({ 2: '2023-06' }), B: target({}), D: ticked('Non.') });
    expect(revised).toEqual(['A', 'B', 'Z']);
  });

  test('a projection is out of date as soon as an answer differs', () => {
    const late = (anew: Answers, projected = evaluated): boolean => isOutOfDate({ projected, evaluated: anew });
    expect(late({ ...evaluated })).toBe(false);
    expect(late(answers({ A: 1, B: 2, C: 'na', D: 0 }))).toBe(true);
    expect(late(answers({ A: 0, B: 2, C: 'na' }))).toBe(true);
    expect(late(answers({ A: 'na' }), answers({ A: 0 }))).toBe(true);
  });
});

const month = fc
  .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
  .filter(isMonth);

/** Plans that respect J2 on any present level: months sorted as levels rise. */
const targets = fc
  .tuple(fc.array(month, { minLength: 3, maxLength: 3 }), fc.subarray([1, 2, 3] as const), fc.boolean())
  .map(([months, planned, notApplicable]) => {
    const sorted = months.toSorted();
    return target(Object.fromEntries(planned.map((level, index) => [level, sorted[index]])), { notApplicable });
  });

describe('J2 to J5: whatever the plan', () => {
  const cases = fc
    .tuple(worlds(), fc.array(targets, { minLength: 12, maxLength: 12 }), month, month)
    .map(([world, plans, one, other]) => {
      const asked = applicableCriteria(world.scope, profileOf(world.questions, world.before));
      const plan = Object.fromEntries(asked.flatMap(({ code }, index) => (plans[index] ? [[code, plans[index]]] : [])));
      const [earlier = one, later = other] = [one, other].toSorted();
      return { asked, plan, earlier, later, given: world.answers };
    });

  test('levels only rise with time, and N/A stays N/A', () => {
    always(
      fc.property(cases, ({ plan, earlier, later, given }) => {
        const [first, second] = [answersAt(earlier, given, plan), answersAt(later, given, plan)];
        expect(Object.keys(first)).toEqual(Object.keys(given));
        for (const [code, answer] of Object.entries(given)) {
          const [before, after] = [first[code], second[code]];
          if (answer.kind === 'na') expect([before, after]).toEqual([answer, answer]);
          else if (before?.kind === 'level' && after?.kind === 'level') {
            expect(before.level).toBeGreaterThanOrEqual(answer.level);
            expect(after.level).toBeGreaterThanOrEqual(before.level);
          } else expect.unreachable();
        }
      }),
    );
  });

  test('at the month of the outcome each criterion has reached its recommended level, and not all had the month before', () => {
    always(
      fc.property(cases, ({ asked, plan, given }) => {
        const result = outcome(asked, given, plan);
        const short = (at: Month) => {
          const then = answersAt(at, given, plan);
          const criteria_ = asked.map((criterion) => ({
            ...criterion,
            accepted: ['na' as const, ...levels.filter((level) => level >= criterion.recommended)],
          }));
          return attainment(criteria_, then).shortfalls.map(({ code }) => code);
        };
        if (result.kind === 'reached') {
          expect(short(result.month)).toEqual([]);
          expect(short(monthBefore(result.month))).not.toEqual([]);
        }
        if (result.kind === 'already') expect(short('2000-01')).toEqual([]);
        if (result.kind === 'not-reached') expect(short('2999-12')).toEqual(result.codes);
      }),
    );
  });

  test('carrying over the same evaluation keeps what is planned, and twice is once', () => {
    always(
      fc.property(cases, ({ asked, plan, given }) => {
        const { plan: kept } = carryOver(plan, asked, given);
        expect(carryOver(kept, asked, given)).toEqual({ plan: kept, revised: [] });
        expect(outcome(asked, given, kept)).toEqual(outcome(asked, given, plan));
      }),
    );
  });
});

function monthBefore(of: Month): Month {
  const [year = 0, number = 1] = of.split('-').map(Number);
  const before = number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
  return isMonth(before) ? before : of;
}
