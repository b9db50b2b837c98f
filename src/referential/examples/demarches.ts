import { type ApplicableCriterion, applicableCriteria } from '../../domain/applicability/applicable.ts';
import { attainment } from '../../domain/attainment.ts';
import { holds } from '../../domain/condition/evaluate.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import type { Demarche, Entry } from '../../domain/referential/demarche.ts';
import { type Answers, answerOf } from '../../domain/referential/level.ts';
import { type Radar, radar, tenths } from '../../domain/scoring.ts';
import type { Written } from '../collect.ts';
import type { DemarcheFile, Expectation } from '../schemas/demarche.ts';
import { inside, type Place } from '../source.ts';
import type { ExampleBench } from './bench.ts';

/** A démarche: what it asks of a profile, what the answers score and whether they attain it. */
export function tryDemarcheExamples(
  { value, place }: Written<DemarcheFile>,
  demarche: Demarche,
  bench: ExampleBench,
): void {
  value.examples.forEach((example, index) => {
    const at = inside(place, 'examples', index);
    const profile = bench.profile(example.profile, inside(at, 'profile'));
    for (const [id, expected] of Object.entries(example.expects)) {
      const here = inside(at, 'expects', id);
      const entry = demarche.entries.find(({ questionnaire }) => questionnaire === id);
      bench.expect(here, 'questionnaire de la démarche', id, entry?.questionnaire ?? 'aucun');
      if (!entry) continue;
      const shown = holds(entry.when, profile);
      bench.expect(here, 'questionnaire proposé', expected !== 'hidden', shown);
      if (expected !== 'hidden' && shown) tryEntry(demarche, entry, expected, profile, here, bench);
    }
  });
}

function tryEntry(
  demarche: Demarche,
  entry: Entry,
  expected: Expectation,
  profile: Profile,
  place: Place,
  bench: ExampleBench,
): void {
  const scope = bench.referential.scope(demarche.id, entry.questionnaire);
  const documents = bench.referential.documents(demarche.id, entry.questionnaire) ?? [];
  const criteria = scope ? applicableCriteria(scope, profile) : [];
  const codes = scope
    ? criteria.map(({ code }) => code)
    : documents.filter(({ when }) => holds(when, profile)).map(({ document }) => document.code);

  const { applicable } = expected;
  if (typeof applicable === 'number')
    bench.expect(inside(place, 'applicable'), 'critères demandés', applicable, codes.length);
  else bench.expectList(inside(place, 'applicable'), 'critères demandés', applicable, codes);
  const mandatory = criteria.filter(({ nature }) => nature === 'MANDATORY').length;
  bench.expect(inside(place, 'mandatory'), 'critères obligatoires', expected.mandatory, mandatory);

  const answers = answersOf(criteria, expected);
  bench.expect(
    inside(place, 'radar'),
    'radar',
    expected.radar === null ? null : drawn(expected.radar),
    drawn(means(radar(criteria, answers))),
  );
  const { attained, shortfalls } = attainment(criteria, answers);
  bench.expect(inside(place, 'attained'), 'démarche atteinte', expected.attained, attained);
  bench.expectList(
    inside(place, 'short'),
    'critères insuffisants',
    expected.short,
    shortfalls.map(({ code }) => code),
  );
}

/** "others" answers the applicable criteria that are not named. */
function answersOf(criteria: readonly ApplicableCriterion[], { answers: { others, ...named } }: Expectation): Answers {
  const grades = criteria.flatMap(({ code }) => {
    const grade = named[code] ?? others;
    return grade === undefined ? [] : [[code, answerOf(grade)] as const];
  });
  return Object.fromEntries(grades);
}

function means(scores: Radar): Readonly<Record<string, string>> {
  return Object.fromEntries(scores.map((score) => [score.axis, (tenths(score) / 10).toFixed(1)]));
}

function drawn(axes: Readonly<Record<string, string>>): string {
  return Object.entries(axes)
    .sort(([first], [second]) => first.localeCompare(second))
    .map(([axis, mean]) => `${axis} ${mean}`)
    .join(', ');
}
