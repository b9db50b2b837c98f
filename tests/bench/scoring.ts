import type { ApplicableCriterion } from '../../src/domain/applicability/applicable.ts';
import { attainment } from '../../src/domain/attainment.ts';
import { portfolio } from '../../src/domain/portfolio.ts';
import type { Answers, Grade } from '../../src/domain/referential/level.ts';
import { grades } from '../../src/domain/referential/level.ts';
import { radar } from '../../src/domain/scoring.ts';
import { answers, applicable } from '../domain/build.ts';
import { measure } from './measure.ts';

/** npx tsx tests/bench/scoring.ts: 100,000 responses to 36 criteria, scored in one process. Goal: under 1 s. */
const count = 100_000;

const criteria: readonly ApplicableCriterion[] = Array.from({ length: 36 }, (_, index) =>
  applicable(`c${index}`, {
    axis: `axis${index % 9}`,
    nature: index % 5 === 0 ? 'OPTIONAL' : 'MANDATORY',
    accepted: index % 5 === 0 ? null : ['na', 2, 3],
  }),
);

/** The same answers at each run: a multiplicative walk stands for chance. */
function response(number: number): Answers {
  const given = criteria.map(({ code }, index): [string, Grade] => [
    code,
    grades[((number + 1) * (index + 7) * 2_654_435_761) % 5] ?? 'na',
  ]);
  return answers(Object.fromEntries(given));
}

const responses = Array.from({ length: count }, (_, number) => response(number));
const scores = await measure(`radar and attainment of ${count} responses`, 1000, () =>
  responses.map((given) => ({ radar: radar(criteria, given), attained: attainment(criteria, given).attained })),
);
const all = scores.flatMap((score) => score.radar);
await measure(`portfolio of ${count} products, ${scores[0]?.radar.length} axes`, 100, () => portfolio(all));
