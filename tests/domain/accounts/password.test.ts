import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passwordProblems } from '../../../src/domain/accounts/password.ts';
import { holds } from '../properties.ts';

const hugo = { login: 'h.martin', email: 'hugo.pro@medisoft.example', firstName: 'Hugo', lastName: 'Lévêque' };
const never = () => false;

function problems(password: string): string[] {
  return passwordProblems(password, hugo, never);
}

const tooShort = ['Le mot de passe doit compter au moins 12 caractères.'];
const tooLong = ['Le mot de passe doit compter au plus 128 caractères.'];
const tooPlain = ['Le mot de passe ne doit pas être une simple répétition ou une suite de touches ou de caractères.'];
const tooPersonal = [
  'Le mot de passe ne doit contenir ni votre nom, ni votre nom d’utilisateur, ni votre adresse électronique.',
];

describe('A8 a password', () => {
  test.each(['agrafe cheval pile', 'x7!kQ92#mmLp', 'Une phrase, tout simplement.', '密码密码由十二个汉字组成吗'])(
    'A8: « %s » will do',
    (password) => {
      expect(problems(password)).toEqual([]);
    },
  );

  test('A8: from 12 to 128 characters', () => {
    expect(problems('x7!kQ92#mmL')).toEqual(tooShort);
    expect(problems('')).toEqual(tooShort);
    expect(problems('agrafe cheval pile '.repeat(7).slice(0, 128))).toEqual([]);
    expect(problems('agrafe cheval pile '.repeat(7).slice(0, 129))).toEqual(tooLong);
  });

  test('A8: a character counts for one, however it is written', () => {
    // Twelve emojis are 24 units, eleven accented letters may be 22
    expect(problems('🐢🐇🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵')).toEqual([]);
    expect(problems('éàùçôîéàùçô'.normalize('NFD'))).toEqual(tooShort);
    expect(problems('éàùçôîéàùçôx'.normalize('NFD'))).toEqual([]);
  });

  test.each([
    'aaaaaaaaaaaa',
    'abababababab',
    '12121212121212',
    'abcdabcdabcda',
    '1234567890123',
    '9876543210987',
    'abcdefghijklm',
    'zyxwvutsrqponm',
    'azertyuiopqsdf',
    'AzertyUiopQsdf',
    'mlkjhgfdsqpoiuytreza',
    'qwertyuiopasd',
  ])('A8: « %s » is only a repetition or a run', (password) => {
    expect(problems(password)).toEqual(tooPlain);
  });

  test.each(['vive-H.Martin-2026', 'hugo.pro@ailleurs', 'leveque est ici', 'Mon nom est LÉVÊQUE', 'c’est moi, hugo !'])(
    'A8: « %s » holds something personal',
    (password) => {
      expect(problems(password)).toEqual(tooPersonal);
    },
  );

  test('A8: a name of one or two letters is in every sentence', () => {
    expect(passwordProblems('agrafe cheval pile', { ...hugo, firstName: 'Al', lastName: 'Le' }, never)).toEqual([]);
  });

  test('A8: a common one is refused, and so is it with full-width letters', () => {
    const isCommon = (password: string) => password === 'correcthorse';
    const tooCommon = ['Ce mot de passe est trop répandu\u00a0: choisissez-en un que personne d’autre n’utiliserait.'];
    expect(passwordProblems('correcthorse', hugo, isCommon)).toEqual(tooCommon);
    expect(passwordProblems('ｃｏｒｒｅｃｔｈｏｒｓｅ', hugo, isCommon)).toEqual(tooCommon);
  });

  test('A8: all that is to repair is said at once', () => {
    expect(passwordProblems('hugohugohugo', hugo, never)).toEqual([...tooPlain, ...tooPersonal]);
  });

  test('A8: two ways of typing the same characters get the same answer', () => {
    holds(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
        expect(problems(password.normalize('NFD'))).toEqual(problems(password.normalize('NFC')));
      }),
    );
  });
});
