import { expect, test } from 'vitest';
import { changedAnswers } from '../../../src/domain/profile/changed.ts';
import { type FormAnswers, profileOf } from '../../../src/domain/profile/profile.ts';
import { indexQuestions } from '../../../src/domain/profile/questions.ts';
import { choice, form, yesNo } from '../build.ts';

const asked = form('qualification', 'de la qualification', [
  choice('multiple', 'acteurs', 1, ['professionnels', 'usagers', 'aucun'], { exclusive: 'aucun' }),
  yesNo('donnees', 2),
  yesNo('suite', 3, { when: { kind: 'in', question: 'qualification.donnees', options: ['oui'] } }),
]);
const questions = indexQuestions([asked]);
const changed = (before: FormAnswers, after: FormAnswers) =>
  changedAnswers(
    asked,
    profileOf(questions, { qualification: before }),
    profileOf(questions, { qualification: after }),
  ).map(({ question, before: one, after: other }) => [question.id, one, other]);

test('P5: an answer that is given, taken back or replaced has changed', () => {
  expect(changed({ donnees: 'non' }, { acteurs: ['usagers'], donnees: 'oui' })).toEqual([
    ['acteurs', undefined, ['usagers']],
    ['donnees', 'non', 'oui'],
  ]);
});

test('P5: the order in which options were chosen is no change', () => {
  expect(changed({ acteurs: ['usagers', 'professionnels'] }, { acteurs: ['professionnels', 'usagers'] })).toEqual([]);
});

test('P5: the answer to a question that is hidden does not count', () => {
  expect(changed({ donnees: 'non', suite: 'oui' }, { donnees: 'non', suite: 'non' })).toEqual([]);
  expect(changed({ donnees: 'oui', suite: 'oui' }, { donnees: 'non', suite: 'oui' })).toEqual([
    ['donnees', 'oui', 'non'],
    ['suite', 'oui', undefined],
  ]);
});
