import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/domain/condition/condition.ts';
import { askedQuestions } from '../../../src/domain/profile/asked.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { indexQuestions, loops } from '../../../src/domain/profile/questions.ts';
import { choice, form, text, yesNo } from '../build.ts';

const oui = (id: string): Condition => ({ kind: 'in', question: `f.${id}`, options: ['oui'] });

describe('G4: follow-up questions', () => {
  // The follow-ups come first in the form: order of reading is not order of dependency.
  const asked = form('f', 'du formulaire', [
    text('organisme', 12, { when: { kind: 'in', question: 'f.classe', options: ['iia'] } }),
    choice('single', 'classe', 11, ['i', 'iia'], { when: oui('dispositif') }),
    yesNo('dispositif', 1),
  ]);
  const questions = indexQuestions([asked]);
  const profile = (answers: Record<string, string>) => profileOf(questions, { f: answers });
  const numbers = (answers: Record<string, string>) =>
    askedQuestions(asked, profile(answers)).map(({ number }) => number);

  test('appear as one answers, and keep their numbers', () => {
    expect(numbers({})).toEqual([1]);
    expect(numbers({ dispositif: 'oui' })).toEqual([11, 1]);
    expect(numbers({ dispositif: 'oui', classe: 'iia' })).toEqual([12, 11, 1]);
  });

  test('an answer that is hidden again counts for nothing, nor does what it showed', () => {
    const answers = { dispositif: 'non', classe: 'iia', organisme: 'GMED' };
    expect([...profile(answers).values]).toEqual([['f.dispositif', 'non']]);
    expect(numbers(answers)).toEqual([1]);
  });

  test('blank answers are no answers', () => {
    const { values } = profileOf(questions, { f: { dispositif: 'oui', classe: 'iia', organisme: '  ' } });
    expect(values.has('f.organisme')).toBe(false);
  });

  test('an answer to a question that does not exist is ignored', () => {
    expect(profileOf(questions, { f: { constructor: 'oui' }, autre: { x: 'oui' } }).values.size).toBe(0);
  });
});

describe('questions that show one another', () => {
  test('a loop is found, whatever its length', () => {
    const looping = indexQuestions([
      form('f', 'du formulaire', [
        yesNo('a', 1, { when: oui('b') }),
        yesNo('b', 2, { when: oui('c') }),
        yesNo('c', 3, { when: oui('b') }),
        yesNo('d', 4, { when: oui('d') }),
        yesNo('e', 5, { when: oui('a') }),
      ]),
    ]);
    expect(loops(looping)).toEqual([
      ['f.c', 'f.b', 'f.c'],
      ['f.d', 'f.d'],
    ]);
  });

  test('two follow-ups of the same question are no loop', () => {
    const both: Condition = { kind: 'all', of: [oui('a'), oui('b')] };
    expect(
      loops(
        indexQuestions([
          form('f', '', [yesNo('a', 1), yesNo('b', 2, { when: oui('a') }), yesNo('c', 3, { when: both })]),
        ]),
      ),
    ).toEqual([]);
  });
});
