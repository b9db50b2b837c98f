import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/domain/condition/condition.ts';
import { facts } from '../../../src/domain/condition/facts.ts';
import { because, inGeneral } from '../../../src/domain/condition/words.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { indexQuestions } from '../../../src/domain/profile/questions.ts';
import { choice, form, text, yesNo } from '../build.ts';

const questions = indexQuestions([
  form('qualification', 'de la qualification', [
    choice('multiple', 'acteurs', 10, ['Professionnels', 'Structures', 'Usagers']),
    yesNo('donnees', 11),
    choice('single', 'hebergement', 19, ['Éditeur', 'Tiers', 'Client']),
  ]),
  form('orientation', 'de l’orientation', [yesNo('echanges', 10), text('magasins', 5, { required: false })]),
]);

const anywhere = { questions, within: null };
const usagers: Condition = { kind: 'includes', question: 'qualification.acteurs', options: ['Usagers'] };
const donnees: Condition = { kind: 'in', question: 'qualification.donnees', options: ['oui'] };
const heberge: Condition = { kind: 'in', question: 'qualification.hebergement', options: ['Éditeur', 'Tiers'] };
const echanges: Condition = { kind: 'in', question: 'orientation.echanges', options: ['oui'] };

describe('Q1: a condition says itself in general', () => {
  test.each<[string, Condition]>([
    ['si vous répondez « Usagers » à la question 10 de la qualification', usagers],
    ['si vous répondez « Éditeur » ou « Tiers » à la question 19 de la qualification', heberge],
    ['si vous ne répondez pas « Oui » à la question 11 de la qualification', { kind: 'not', of: donnees }],
    [
      'si vous ne répondez ni « Éditeur » ni « Tiers » à la question 19 de la qualification',
      { kind: 'not', of: heberge },
    ],
    ['si vous répondez à la question 5 de l’orientation', { kind: 'answered', question: 'orientation.magasins' }],
    [
      'si vous répondez « Oui » à la question 11 de la qualification et si vous répondez « Oui » à la question 10 de l’orientation',
      { kind: 'all', of: [donnees, echanges] },
    ],
    [
      'si vous répondez « Oui » à la question 10 de l’orientation, et si vous répondez « Oui » à la question 11 de la qualification ou si vous répondez « Usagers » à la question 10 de la qualification',
      { kind: 'all', of: [echanges, { kind: 'any', of: [donnees, usagers] }] },
    ],
    [
      'si vous ne répondez pas « Oui » à la question 11 de la qualification ou si vous ne répondez pas « Oui » à la question 10 de l’orientation',
      { kind: 'not', of: { kind: 'all', of: [donnees, echanges] } },
    ],
    [
      'si vous ne répondez ni « Professionnels », ni « Structures », ni « Usagers » à la question 10 de la qualification',
      {
        kind: 'not',
        of: {
          kind: 'includes',
          question: 'qualification.acteurs',
          options: ['Professionnels', 'Structures', 'Usagers'],
        },
      },
    ],
    [
      'si vous répondez « Oui » à la question 11 de la qualification, si vous répondez « Oui » à la question 10 de l’orientation et si vous répondez « Usagers » à la question 10 de la qualification',
      {
        kind: 'all',
        of: [
          { kind: 'all', of: [donnees, echanges] },
          { kind: 'all', of: [usagers] },
        ],
      },
    ],
    [
      'si vous répondez « Oui » à la question 10 de l’orientation, ou (si vous répondez « Usagers » à la question 10 de la qualification, et si vous répondez « Oui » à la question 11 de la qualification ou si vous répondez à la question 5 de l’orientation)',
      {
        kind: 'any',
        of: [
          echanges,
          {
            kind: 'all',
            of: [usagers, { kind: 'any', of: [donnees, { kind: 'answered', question: 'orientation.magasins' }] }],
          },
        ],
      },
    ],
  ])('%s', (sentence, condition) => {
    expect(inGeneral(condition, anywhere).replaceAll('\u00a0', ' ')).toBe(sentence);
  });

  test('inside its own form, a question is cited by its number alone', () => {
    expect(inGeneral(echanges, { questions, within: 'orientation' })).toBe(
      'si vous répondez «\u00a0Oui\u00a0» à la question\u00a010',
    );
  });
});

describe('Q1: a condition explains itself by the answers given', () => {
  const profile = profileOf(questions, {
    qualification: { acteurs: ['Usagers', 'Structures'], donnees: 'oui', hebergement: 'Client' },
    orientation: { magasins: 'https://exemple.fr' },
  });
  const said = (condition: Condition) => because(facts(condition, profile), anywhere).replaceAll('\u00a0', ' ');

  test('it cites the question and the answer', () => {
    expect(said(donnees)).toBe('parce que vous avez répondu « Oui » à la question 11 de la qualification');
  });

  test('of several answers, it cites those that decide', () => {
    expect(said(usagers)).toBe('parce que vous avez répondu « Usagers » à la question 10 de la qualification');
  });

  test('of several ways to hold, it cites those that do', () => {
    expect(said({ kind: 'any', of: [heberge, donnees] })).toBe(
      'parce que vous avez répondu « Oui » à la question 11 de la qualification',
    );
  });

  test('all that is needed is cited', () => {
    expect(said({ kind: 'all', of: [donnees, usagers, { kind: 'not', of: heberge }] })).toBe(
      'parce que vous avez répondu « Oui » à la question 11 de la qualification, « Usagers » à la question 10 de la qualification et « Client » à la question 19 de la qualification',
    );
  });

  test('why it does not hold is told by the same answers', () => {
    expect(said(heberge)).toBe('parce que vous avez répondu « Client » à la question 19 de la qualification');
    expect(said({ kind: 'all', of: [donnees, echanges] })).toBe(
      'parce que vous n’avez pas répondu à la question 10 de l’orientation',
    );
  });

  test('what was left unanswered is told after what was answered', () => {
    expect(
      because(
        [
          { question: 'qualification.donnees', answer: 'oui' },
          { question: 'orientation.echanges', answer: null },
          { question: 'orientation.magasins', answer: null },
        ],
        anywhere,
      ).replaceAll('\u00a0', ' '),
    ).toBe(
      'parce que vous avez répondu « Oui » à la question 11 de la qualification et que vous n’avez répondu ni à la question 10 de l’orientation ni à la question 5 de l’orientation',
    );
  });

  test('a text that was given is not quoted', () => {
    expect(said({ kind: 'answered', question: 'orientation.magasins' })).toBe(
      'parce que vous avez répondu à la question 5 de l’orientation',
    );
  });
});
