import { describe, expect, test } from 'vitest';
import { atoms, type Condition } from '../../src/domain/condition/condition.ts';
import { canHold } from '../../src/domain/condition/outcomes.ts';
import { isChoice, questionsOf } from '../../src/domain/referential/form.ts';
import type { Criterion } from '../../src/domain/referential/questionnaire.ts';
import { placedCriteria } from '../../src/domain/referential/walk.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';

const { questionnaires, demarches, forms, questions, scope, documents } = await loadReferential(referentialFolder);

interface Shown {
  readonly where: string;
  readonly when: Condition | null;
}

const criteria: readonly Shown[] = [...questionnaires.values()].flatMap((one) =>
  one.kind === 'maturity' || one.kind === 'compliance'
    ? placedCriteria<Criterion>(one.sections).map(({ criterion, when }) => ({
        where: `${one.id} ${criterion.code}`,
        when,
      }))
    : [],
);
const followUps: readonly Shown[] = [...forms.values()].flatMap((form) =>
  questionsOf(form).map(({ number, when }) => ({ where: `${form.id} ${number}`, when })),
);
const inDemarches: readonly Shown[] = demarches.flatMap(({ id, entries }) =>
  entries.flatMap(({ questionnaire, when }) => [
    { where: `${id} ${questionnaire}`, when },
    ...(scope(id, questionnaire)?.criteria ?? []).map((one) => ({
      where: `${id} ${questionnaire} ${one.criterion.code}`,
      when: one.when,
    })),
    ...(documents(id, questionnaire) ?? []).map((one) => ({
      where: `${id} ${questionnaire} ${one.document.code}`,
      when: one.when,
    })),
  ]),
);
const conditional = [...criteria, ...followUps, ...inDemarches].flatMap(({ where, when }) =>
  when === null ? [] : [{ where, when }],
);

/** Every answer that matters is tried: on a chosen set, by `canHold`. */
const never = (when: Condition) => !canHold(when, questions);
const always = (when: Condition) => !canHold({ kind: 'not', of: when }, questions);
const among = (test: (when: Condition) => boolean) =>
  conditional.filter(({ when }) => test(when)).map(({ where }) => where);

describe('Conditions, searched over the answers that matter', () => {
  test('there are some of each sort', () => {
    for (const some of [criteria, followUps, inDemarches])
      expect(some.filter(({ when }) => when !== null).length).toBeGreaterThan(20);
  });

  test('each speaks of questions and answers that exist', () => {
    const unknown = conditional.flatMap(({ where, when }) =>
      atoms(when)
        .filter((atom) => {
          const question = questions.get(atom.question)?.question;
          if (!question) return true;
          const known = isChoice(question) ? question.options.map(({ id }) => id) : [];
          return 'options' in atom && atom.options.some((option) => !known.includes(option));
        })
        .map(({ question }) => `${where}: ${question}`),
    );
    expect(unknown).toEqual([]);
  });

  test('each holds for some answers', () => expect(among(never)).toEqual([]));
  test('each fails for some answers', () => expect(among(always)).toEqual([]));

  test('every criterion is asked by a démarche, but for the two that content keeps in reserve', () => {
    const reached = new Set(
      demarches.flatMap(({ id, entries }) =>
        entries.flatMap(({ questionnaire }) =>
          (scope(id, questionnaire)?.criteria ?? []).map(({ criterion }) => `${questionnaire} ${criterion.code}`),
        ),
      ),
    );
    const unreached = criteria.filter(({ where }) => !reached.has(where)).map(({ where }) => where);
    expect(unreached.sort()).toEqual(['politique-globale A08.1.3', 'politique-globale A09.3']);
  });
});

describe('Natures and verbs', () => {
  const allowed = { DOI: ['MANDATORY'], DEVRAI: ['RECOMMENDED', 'OPTIONAL'], PEU: ['OPTIONAL'] };

  test('DOIT, DEVRAIT, PEUT: the démarche obliges to what the text obliges to, and to nothing else', () => {
    const wrong = demarches.flatMap(({ id, entries }) =>
      entries.flatMap(({ questionnaire }) =>
        (scope(id, questionnaire)?.criteria ?? []).flatMap(({ criterion, nature }) => {
          if (criterion.kind !== 'compliance') return [];
          const verbs = Object.entries(allowed).map(([verb, natures]) => ({
            natures,
            at: criterion.requirement.search(new RegExp(`\\b${verb}`)),
          }));
          const [first] = verbs.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
          return first?.natures.includes(nature) ? [] : [`${id} ${criterion.code}: ${nature}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
