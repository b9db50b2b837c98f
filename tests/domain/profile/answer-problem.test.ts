import { describe, expect, test } from 'vitest';
import { answerProblem } from '../../../src/domain/profile/answer-problem.ts';
import type { FormValue } from '../../../src/domain/profile/profile.ts';
import type { Question } from '../../../src/domain/referential/form.ts';
import { choice, text, yesNo } from '../build.ts';

const base = { id: 'q', number: 1, title: 'Question', help: null, required: true, when: null, from: null };
const kind = (name: 'date' | 'siren' | 'siret' | 'email' | 'phone' | 'url'): Question => ({ ...base, kind: name });
const several = choice('multiple', 'q', 1, ['web', 'mobile', 'aucun'], { exclusive: 'aucun' });
const count: Question = { ...base, kind: 'number', min: 1, max: 10, unit: null };
const file = (files: 'one' | 'many'): Question => ({ ...base, kind: 'file', files });

describe('an answer to a form', () => {
  test.each<[string, Question, FormValue]>([
    ['yes or no', yesNo('q', 1), 'oui'],
    ['several choices', several, ['web', 'mobile']],
    ['the exclusive choice alone', several, ['aucun']],
    ['a text', text('q', 1), 'Quelques mots'],
    ['a number within its bounds', count, 10],
    ['a leap day', kind('date'), '2024-02-29'],
    ['a SIREN with spaces', kind('siren'), '552 100 554'],
    ['a SIRET', kind('siret'), '552 100 554 00013'],
    ['a SIRET of La Poste', kind('siret'), '356 000 000 49837'],
    ['an e-mail', kind('email'), 'nom@exemple.fr'],
    ['a phone number', kind('phone'), '01 23 45 67 89'],
    ['an address', kind('url'), 'https://www.exemple.fr/page'],
    ['one file', file('one'), ['f1']],
    ['several files where they are welcome', file('many'), ['f1', 'f2']],
  ])('reads: %s', (_, question, value) => {
    expect(answerProblem(question, value)).toBeNull();
  });

  test.each<[string, Question, FormValue]>([
    ['a choice that is not offered', yesNo('q', 1), 'peut-être'],
    ['several choices where one is asked', choice('single', 'q', 1, ['a', 'b']), ['a', 'b']],
    ['one choice, not in a list', several, 'web'],
    ['the exclusive choice with another', several, ['aucun', 'web']],
    ['a number below', count, 0],
    ['a number above', count, 11],
    ['no number', count, 'dix'],
    ['an infinite number', count, Number.POSITIVE_INFINITY],
    ['a day that does not exist', kind('date'), '2023-02-29'],
    ['a date written otherwise', kind('date'), '01/02/2023'],
    ['a SIREN with a wrong digit', kind('siren'), '552 100 555'],
    ['a SIRET with a wrong digit', kind('siret'), '552 100 554 00014'],
    ['a SIRET of La Poste with a wrong digit', kind('siret'), '356 000 000 49838'],
    ['a SIRET too short', kind('siret'), '552 100 554'],
    ['half an e-mail', kind('email'), 'nom@'],
    ['half a phone number', kind('phone'), '01 23'],
    ['an address of another protocol', kind('url'), 'javascript:alert(1)'],
    ['a host alone', kind('url'), 'www.exemple.fr'],
    ['two files where one is asked', file('one'), ['f1', 'f2']],
  ])('is to be repaired: %s', (_, question, value) => {
    expect(answerProblem(question, value)).toMatch(/\.$/);
  });
});
