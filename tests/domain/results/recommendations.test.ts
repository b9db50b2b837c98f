import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicableCriteria } from '../../../src/domain/applicability/applicable.ts';
import { attainment } from '../../../src/domain/attainment.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { type Answers, answerOf, grades } from '../../../src/domain/referential/level.ts';
import { type Asker, adviceFor, recommendations } from '../../../src/domain/results/recommendations.ts';
import { always, someGrades, type World, worlds } from '../arbitraries.ts';
import { answers, applicable, compliance, maturity } from '../build.ts';

describe('Q8: recommendations, in order of effect', () => {
  const doctrine: Asker = {
    demarche: 'doctrine',
    criteria: [
      applicable('A', { accepted: ['na', 1, 2, 3], recommended: 1 }),
      applicable('B', { accepted: ['na', 2, 3] }),
      applicable('C', { accepted: ['na', 2, 3] }),
      applicable('D', { accepted: ['na', 3], recommended: 3 }),
      applicable('E', { nature: 'OPTIONAL' }),
      applicable('F', { accepted: ['na', 2, 3] }),
      applicable('G', { accepted: ['na', 2, 3] }),
    ],
  };
  const mes: Asker = {
    demarche: 'mes',
    criteria: [
      applicable('A', { accepted: ['na', 2, 3], recommended: 1 }),
      applicable('B', { accepted: ['na', 2, 3] }),
      applicable('C', { accepted: ['na', 2, 3] }),
      applicable('G', { accepted: [2, 3] }),
    ],
  };
  const found = (validated: Answers, draft: Answers | null = null) =>
    recommendations([doctrine, mes], validated, draft).map(
      ({ code, from, to, unblocks, drafted }) => `${code} ${from}→${to} [${unblocks}] ${drafted ?? ''}`,
    );

  test('first what blocks the most démarches, then the widest gap, then the lowest answer, then as the page reads', () => {
    expect(found(answers({ A: 1, B: 1, C: 0, D: 2, E: 0, F: 2, G: 3 }))).toEqual([
      'C 0→2 [doctrine,mes] ',
      'B 1→2 [doctrine,mes] ',
      'A 1→2 [mes] ',
      'D 2→3 [doctrine] ',
      'E 0→2 [] ',
    ]);
  });

  test('a level that suits every démarche, not only the first that it unblocks', () => {
    expect(found(answers({ A: 0 }))).toEqual(['A 0→2 [doctrine,mes] ']);
  });

  test('an N/A that one démarche refuses is to be answered with a level', () => {
    expect(found(answers({ G: 'na' }))).toEqual(['G na→2 [mes] ']);
  });

  test('S4: what is unanswered is to be answered, not raised', () => {
    expect(found({})).toEqual([]);
  });

  test('says what the draft has raised already, where that suffices', () => {
    expect(found(answers({ B: 0, C: 0 }), answers({ B: 1, C: 3 }))).toEqual([
      'B 0→2 [doctrine,mes] ',
      'C 0→2 [doctrine,mes] 3',
    ]);
  });

  test('says what to do for each level on the way', () => {
    const criterion = maturity('A');
    expect(adviceFor({ criterion, from: 0, to: 2 })).toEqual(['Commencez.', 'Continuez.']);
    expect(adviceFor({ criterion, from: 'na', to: 1 })).toEqual(['Commencez.']);
    expect(adviceFor({ criterion: compliance('B', { advice: 'Déclarez.' }), from: 0, to: 3 })).toEqual(['Déclarez.']);
  });

  test('Q5: a requirement is only ever raised to “Conforme”', () => {
    const criteria = [applicable('X', { criterion: compliance('X'), accepted: ['na', 3], recommended: 3 })];
    expect(recommendations([{ demarche: 'mes', criteria }], answers({ X: 0 }), null)[0]?.to).toBe(3);
  });
});

describe('Q8, S2: recommendations are sound, whatever is asked and answered', () => {
  const askersOf = (world: World, others: readonly (readonly (typeof grades)[number][])[]): readonly Asker[] => {
    const criteria = applicableCriteria(world.scope, profileOf(world.questions, world.before));
    const own = others.length;
    return [
      { demarche: 'one', criteria },
      {
        demarche: 'other',
        criteria: criteria.map((criterion, index) => ({ ...criterion, accepted: others[index % own] ?? null })),
      },
    ];
  };
  const cases = fc.tuple(worlds(), fc.array(someGrades, { minLength: 1, maxLength: 4 }));

  test('raising an answer as one says makes it accepted by each démarche that it unblocks, and shuts no other', () => {
    always(
      fc.property(cases, ([world, sets]) => {
        const askers = askersOf(world, sets);
        for (const { code, to, unblocks } of recommendations(askers, world.answers, null)) {
          const raised = { ...world.answers, [code]: answerOf(to) };
          const shortIn = (given: Answers): readonly string[] =>
            askers
              .filter(({ criteria }) => attainment(criteria, given).shortfalls.some((one) => one.code === code))
              .map(({ demarche }) => demarche);
          const before = shortIn(world.answers);
          expect(shortIn(raised)).toEqual(before.filter((demarche) => !unblocks.includes(demarche)));
        }
      }),
    );
  });

  test('doing all of them leaves only what is unanswered, or what no level above suits', () => {
    always(
      fc.property(worlds(), (world) => {
        const [one] = askersOf(world, [[3]]);
        if (one === undefined) return;
        const said = recommendations([one], world.answers, null);
        const raised = { ...world.answers, ...Object.fromEntries(said.map(({ code, to }) => [code, answerOf(to)])) };
        for (const { answer, levelsShort } of attainment(one.criteria, raised).shortfalls) {
          expect(answer === null || levelsShort === null).toBe(true);
        }
      }),
    );
  });

  test('each criterion is said once, and climbs', () => {
    always(
      fc.property(cases, ([world, sets]) => {
        const said = recommendations(askersOf(world, sets), world.answers, null);
        expect(new Set(said.map(({ code }) => code)).size).toBe(said.length);
        for (const { from, to } of said) expect(from === 'na' || to > from).toBe(true);
        const counts = said.map(({ unblocks }) => unblocks.length);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
  });

  test('answers that were given to other criteria change nothing', () => {
    always(
      fc.property(worlds(), fc.constantFrom(...grades), (world, grade) => {
        const askers = askersOf(world, [[2, 3]]);
        const more = { ...world.answers, ailleurs: answerOf(grade) };
        expect(recommendations(askers, more, null)).toEqual(recommendations(askers, world.answers, null));
      }),
    );
  });
});
