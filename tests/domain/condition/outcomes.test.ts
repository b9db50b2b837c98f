import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/domain/condition/condition.ts';
import { evaluate } from '../../../src/domain/condition/evaluate.ts';
import { canHold, TooTangled } from '../../../src/domain/condition/outcomes.ts';
import { askedQuestions } from '../../../src/domain/profile/asked.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { indexQuestions } from '../../../src/domain/profile/questions.ts';
import { always, worlds } from '../arbitraries.ts';
import { choice, form, text, yesNo } from '../build.ts';

const oui = (id: string): Condition => ({ kind: 'in', question: `f.${id}`, options: ['oui'] });
const not = (of: Condition): Condition => ({ kind: 'not', of });

const questions = indexQuestions([
  form('f', 'du formulaire', [
    yesNo('compte', 1),
    yesNo('mineurs', 2, { when: oui('compte') }),
    choice('multiple', 'donnees', 3, ['documents', 'agenda', 'aucune'], { exclusive: 'aucune' }),
    text('note', 4, { required: false }),
    choice('single', 'classe', 5, ['i', 'iia']),
  ]),
]);

describe('a condition that can be decided by nothing is found by trying the answers', () => {
  test.each<[string, Condition, boolean]>([
    ['a plain answer', oui('compte'), true],
    [
      'one answer to a single choice excludes another',
      {
        kind: 'all',
        of: [
          { kind: 'in', question: 'f.classe', options: ['i'] },
          { kind: 'in', question: 'f.classe', options: ['iia'] },
        ],
      },
      false,
    ],
    [
      'several choices go together',
      {
        kind: 'all',
        of: [
          { kind: 'includes', question: 'f.donnees', options: ['documents'] },
          { kind: 'includes', question: 'f.donnees', options: ['agenda'] },
        ],
      },
      true,
    ],
    [
      'an exclusive choice stands alone',
      {
        kind: 'all',
        of: [
          { kind: 'includes', question: 'f.donnees', options: ['aucune'] },
          { kind: 'includes', question: 'f.donnees', options: ['agenda'] },
        ],
      },
      false,
    ],
    [
      'a follow-up is not answered while it is hidden',
      { kind: 'all', of: [not(oui('compte')), oui('mineurs')] },
      false,
    ],
    ['a required question is answered', not({ kind: 'answered', question: 'f.classe' }), false],
    ['an optional question may not be', not({ kind: 'answered', question: 'f.note' }), true],
    ['a hidden required question is not', not({ kind: 'answered', question: 'f.mineurs' }), true],
    ['every answer to a required choice', not({ kind: 'in', question: 'f.classe', options: ['i', 'iia'] }), false],
    ['a question that nobody asks', { kind: 'answered', question: 'f.inconnue' }, false],
  ])('%s', (_, condition, expected) => {
    expect(canHold(condition, questions)).toBe(expected);
  });

  test('a condition on too many choices is refused rather than tried for ever', () => {
    const ids = Array.from({ length: 20 }, (__, index) => `o${index}`);
    const wide = indexQuestions([form('f', 'du formulaire', [choice('multiple', 'q', 1, ids)])]);
    expect(() => canHold({ kind: 'not', of: { kind: 'includes', question: 'f.q', options: ids } }, wide)).toThrow(
      TooTangled,
    );
  });

  test('whatever a complete profile makes true can be found true', () => {
    always(
      fc.property(worlds(), ({ questions: asked, scope, before }) => {
        const profile = profileOf(asked, before);
        const [first] = asked.values();
        const complete =
          first &&
          askedQuestions(first.form, profile).every(({ id, required }) => !required || profile.values.has(`f.${id}`));
        fc.pre(complete === true);
        for (const { when } of scope.criteria) {
          if (when) expect(canHold(evaluate(when, profile) ? when : not(when), asked)).toBe(true);
        }
      }),
    );
  });
});
