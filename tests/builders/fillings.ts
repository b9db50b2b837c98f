import fc from 'fast-check';
import type { ApplicableCriterion } from '../../src/domain/applicability/applicable.ts';
import { offeredGrades } from '../../src/domain/referential/criterion.ts';
import type { Grade } from '../../src/domain/referential/level.ts';

/** Answers to one questionnaire, by criterion; what is absent is unanswered (S4). */
export type Filling = Readonly<Record<string, Grade>>;

/** What people may choose, criterion by criterion; one in eight is left unanswered, and some fillings are nearly uniform. */
export function fillings(criteria: readonly ApplicableCriterion[]): fc.Arbitrary<Filling> {
  return fc.constantFrom<Grade | 'any'>('any', 'any', 'na', 2, 3).chain((mostly) =>
    fc
      .record(
        Object.fromEntries(
          criteria.map(({ code, criterion }) => {
            const offered = offeredGrades(criterion);
            const often =
              mostly !== 'any' && offered.includes(mostly) ? [{ weight: 6, arbitrary: fc.constant(mostly) }] : [];
            const chosen = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...offered) }, ...often);
            return [code, fc.option(chosen, { nil: undefined, freq: 8 })];
          }),
        ),
      )
      .map((grades) =>
        Object.fromEntries(
          Object.entries(grades).flatMap(([code, grade]) => (grade === undefined ? [] : [[code, grade]])),
        ),
      ),
  );
}

/** The same ones at each run. */
export function someFillings(criteria: readonly ApplicableCriterion[], count: number): readonly Filling[] {
  return fc.sample(fillings(criteria), { seed: 20_221_117, numRuns: count });
}
