import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicableCriteria, reasonsShown } from '../../../src/domain/applicability/applicable.ts';
import { applicabilityDifference, keptAnswers } from '../../../src/domain/applicability/difference.ts';
import { scopeOf } from '../../../src/domain/applicability/scope.ts';
import { type Condition, dependencies, type QuestionRef } from '../../../src/domain/condition/condition.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { indexQuestions, type Questions } from '../../../src/domain/profile/questions.ts';
import type { Entry, Requirement } from '../../../src/domain/referential/demarche.ts';
import { always, type World, worlds } from '../arbitraries.ts';
import { answers, choice, form, maturity, questionnaire, section, yesNo } from '../build.ts';

const codesFor = ({ scope, questions }: World, declared: World['before']) =>
  applicableCriteria(scope, profileOf(questions, declared)).map(({ code }) => code);

const questions = indexQuestions([
  form('qualification', 'de la qualification', [
    choice('multiple', 'acteurs', 1, ['professionnels', 'usagers', 'aucun'], { exclusive: 'aucun' }),
    yesNo('donnees', 2),
  ]),
]);
const usagers: Condition = { kind: 'includes', question: 'qualification.acteurs', options: ['usagers'] };
const donnees: Condition = { kind: 'in', question: 'qualification.donnees', options: ['oui'] };
const example = questionnaire([
  section('A', [maturity('A.1'), maturity('A.2', { when: usagers })], { when: donnees }),
  section('B', [maturity('B.1', { recommended: 1, recommendedWhen: [{ level: 3, when: usagers }] })]),
]);

function entry(requirements: Readonly<Record<string, Requirement>>): Entry {
  return {
    questionnaire: 'exemple',
    title: null,
    subject: 'product',
    when: null,
    opensAfter: [],
    projection: false,
    requirements,
  };
}
const own: Requirement = { nature: 'MANDATORY', accepted: 'recommended', when: 'own' };
const all = { 'A.1': own, 'A.2': own, 'B.1': own };
const profile = (acteurs: readonly string[], oui: boolean) =>
  profileOf(questions, { qualification: { acteurs, donnees: oui ? 'oui' : 'non' } });
const shown = (requirements: Readonly<Record<string, Requirement>>, acteurs: readonly string[], oui: boolean) =>
  applicableCriteria(scopeOf(example, entry(requirements)), profile(acteurs, oui)).map(({ code }) => code);

describe('P3: the profile decides which criteria apply', () => {
  test('a criterion is shown when its condition and those of its sections hold', () => {
    expect(shown(all, ['usagers'], true)).toEqual(['A.1', 'A.2', 'B.1']);
    expect(shown(all, ['professionnels'], true)).toEqual(['A.1', 'B.1']);
    expect(shown(all, ['usagers'], false)).toEqual(['B.1']);
  });

  test('D2: a démarche asks the criteria that it keeps, under its own conditions where it sets some', () => {
    const guided = { 'A.1': { ...own, when: null }, 'B.1': { ...own, when: usagers } };
    expect(shown(guided, ['professionnels'], false)).toEqual(['A.1']);
    expect(shown(guided, ['usagers'], false)).toEqual(['A.1', 'B.1']);
  });

  test('Q1: the reason shown is what was answered', () => {
    const [, second] = applicableCriteria(scopeOf(example, entry(all)), profile(['usagers'], true));
    expect(second && reasonsShown(second, profile(['usagers'], true))).toEqual([
      { question: 'qualification.donnees', answer: 'oui' },
      { question: 'qualification.acteurs', answer: ['usagers'] },
    ]);
  });

  test('S3: the recommended level may depend on the profile, and the accepted levels with it', () => {
    const recommended = (acteurs: readonly string[]) =>
      applicableCriteria(scopeOf(example, entry(all)), profile(acteurs, false)).map((one) => [
        one.recommended,
        one.accepted,
      ]);
    expect(recommended(['professionnels'])).toEqual([[1, ['na', 1, 2, 3]]]);
    expect(recommended(['usagers'])).toEqual([[3, ['na', 3]]]);
  });
});

describe('P5: a change of profile', () => {
  const scope = scopeOf(example, entry(all));

  test('tells what appears and what vanishes, why, and the answers concerned', () => {
    const given = answers({ 'A.1': 2, 'A.2': 3, 'B.1': 1 });
    const difference = applicabilityDifference([scope], profile(['usagers'], true), profile(['usagers'], false), given);
    expect(difference.vanish).toEqual([
      {
        criterion: example.sections[0]?.criteria[0],
        answer: { kind: 'level', level: 2 },
        reasons: [{ question: 'qualification.donnees', answer: 'non' }],
      },
      {
        criterion: example.sections[0]?.criteria[1],
        answer: { kind: 'level', level: 3 },
        reasons: [{ question: 'qualification.donnees', answer: 'non' }],
      },
    ]);
    expect(difference.appear).toEqual([]);
    expect(difference.unchanged.map(({ code }) => code)).toEqual(['B.1']);
    expect(keptAnswers([scope], profile(['usagers'], false), given)).toEqual(answers({ 'B.1': 1 }));
  });

  test('D2: a criterion that one démarche asked already does not appear when another asks it too', () => {
    const other = scopeOf(example, entry({ 'A.1': { ...own, when: null } }));
    const { appear } = applicabilityDifference(
      [scope, other],
      profile(['usagers'], false),
      profile(['usagers'], true),
      {},
    );
    expect(appear.map(({ criterion }) => criterion.code)).toEqual(['A.2']);
  });

  test('D2: a criterion that another démarche still asks does not vanish', () => {
    const other = scopeOf(example, entry({ 'A.1': { ...own, when: null } }));
    const { vanish } = applicabilityDifference(
      [scope, other],
      profile(['usagers'], true),
      profile(['usagers'], false),
      {},
    );
    expect(vanish.map(({ criterion }) => criterion.code)).toEqual(['A.2']);
  });
});

describe('P3, P5: whatever the profile', () => {
  test('the difference between two profiles is exactly what applicability says', () => {
    always(
      fc.property(worlds(), (world) => {
        const [before, after] = [codesFor(world, world.before), codesFor(world, world.after)];
        const { appear, vanish, unchanged } = applicabilityDifference(
          [world.scope],
          profileOf(world.questions, world.before),
          profileOf(world.questions, world.after),
          world.answers,
        );
        expect(appear.map(({ criterion }) => criterion.code)).toEqual(after.filter((code) => !before.includes(code)));
        expect(vanish.map(({ criterion }) => criterion.code)).toEqual(before.filter((code) => !after.includes(code)));
        expect(unchanged.map(({ code }) => code)).toEqual(after.filter((code) => before.includes(code)));
      }),
    );
  });

  test('a change and its reverse restore the criteria with their answers; a save in between drops those that had vanished', () => {
    always(
      fc.property(worlds(), ({ scope, questions: asked, before, after, answers: given }) => {
        const [first, second] = [profileOf(asked, before), profileOf(asked, after)];
        const there = applicabilityDifference([scope], first, second, given);
        const back = applicabilityDifference([scope], second, first, given);
        expect(back.appear.map(({ criterion, answer }) => [criterion.code, answer])).toEqual(
          there.vanish.map(({ criterion, answer }) => [criterion.code, answer]),
        );
        expect(back.vanish.map(({ criterion }) => criterion.code)).toEqual(
          there.appear.map(({ criterion }) => criterion.code),
        );
        const shownBothTimes = new Set(there.unchanged.map(({ code }) => code));
        expect(keptAnswers([scope], first, keptAnswers([scope], second, given))).toEqual(
          Object.fromEntries(Object.entries(given).filter(([code]) => shownBothTimes.has(code))),
        );
      }),
    );
  });

  test('applicability is unchanged by questions that it does not depend on', () => {
    always(
      fc.property(worlds(), (world) => {
        const needed = neededQuestions(
          world.questions,
          world.scope.criteria.flatMap(({ when }) => when ?? []),
        );
        const form_ = world.after.f ?? {};
        const mixed = Object.fromEntries([
          ...Object.entries(form_).filter(([id]) => !needed.has(`f.${id}`)),
          ...Object.entries(world.before.f ?? {}).filter(([id]) => needed.has(`f.${id}`)),
        ]);
        expect(codesFor(world, { f: mixed })).toEqual(codesFor(world, world.before));
      }),
    );
  });

  test('the reasons given are enough: with the same answers to those questions, it is still shown', () => {
    always(
      fc.property(worlds(), (world) => {
        const profile_ = profileOf(world.questions, world.before);
        for (const shown_ of applicableCriteria(world.scope, profile_)) {
          const cited = new Set(reasonsShown(shown_, profile_).map(({ question }) => question));
          const values = new Map([...profile_.values].filter(([ref]) => cited.has(ref)));
          expect(applicableCriteria(world.scope, { values }).map(({ code }) => code)).toContain(shown_.code);
        }
      }),
    );
  });
});

/** The questions of the conditions, and those that show them. */
function neededQuestions(all: Questions, conditions: readonly Condition[]): ReadonlySet<QuestionRef> {
  const needed = new Set<QuestionRef>();
  const visit = (ref: QuestionRef) => {
    if (needed.has(ref)) return;
    needed.add(ref);
    const when = all.get(ref)?.question.when;
    if (when) dependencies(when).forEach(visit);
  };
  conditions.flatMap(dependencies).forEach(visit);
  return needed;
}
