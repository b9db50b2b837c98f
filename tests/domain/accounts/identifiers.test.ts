import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailKey, isEmail, isLogin, loginKey, tidyIdentifier } from '../../../src/domain/accounts/identifiers.ts';
import { holds } from '../properties.ts';

const text = fc.string({ unit: 'grapheme' });

const letter = fc
  .integer({ min: 0, max: 0x10ffff })
  .map((code) => String.fromCodePoint(code))
  .filter((one) => /\p{L}/u.test(one));

/** Letters that have a case come up as often as all others together. */
const cased = letter.filter((one) => one.toUpperCase() !== one || one.toLowerCase() !== one);

/** Each letter in its own case, or in either of the two others. */
const recased = fc.array(
  fc.tuple(fc.oneof(letter, cased, fc.constantFrom(...'ßẞıİſΣςσǅŉǰΐﬀﬁK')), fc.constantFrom('as-is', 'upper', 'lower')),
);

function inCase(one: string, change: string): string {
  if (change === 'as-is') return one;
  return change === 'upper' ? one.toUpperCase() : one.toLowerCase();
}

describe('A4 what makes two logins the same', () => {
  test.each([
    ['Hugo.Martin', 'hugo.martin'],
    ['  hugo ', 'hugo'],
    ['ÉLODIE', 'élodie'],
    // e and its accent in two characters
    ['e\u0301lodie', 'élodie'],
    ['Ｈｕｇｏ', 'hugo'],
    ['ﬁona', 'fiona'],
    ['STRASSE', 'straße'],
    ['GROẞ', 'groß'],
    ['GROẞ', 'GROSS'],
    ['ΟΔΟΣ', 'οδοσ'],
  ])('A4: %s is %s', (one, other) => {
    expect(loginKey(one)).toBe(loginKey(other));
    expect(emailKey(one)).toBe(emailKey(other));
  });

  test('A4: accents, points and what follows a plus count', () => {
    expect(loginKey('élodie')).not.toBe(loginKey('elodie'));
    expect(loginKey('hugo.martin')).not.toBe(loginKey('hugomartin'));
    expect(emailKey('hugo+test@medisoft.example')).not.toBe(emailKey('hugo@medisoft.example'));
  });

  test('A4: the key of a key is that key', () => {
    holds(
      fc.property(text, (login) => {
        expect(loginKey(loginKey(login))).toBe(loginKey(login));
      }),
    );
  });

  test('A4: neither case, nor spaces around, nor the way of writing accents change the key', () => {
    holds(
      fc.property(text, (login) => {
        const key = loginKey(login);
        expect(loginKey(` ${login} `)).toBe(key);
        expect(loginKey(login.normalize('NFD'))).toBe(key);
        expect(loginKey(login.toUpperCase())).toBe(key);
        expect(loginKey(tidyIdentifier(login))).toBe(key);
      }),
    );
  });

  test('A4: two logins of letters that differ by case alone meet', () => {
    holds(
      fc.property(recased, (letters) => {
        const login = letters.map(([one]) => one).join('');
        const key = loginKey(login);
        expect(loginKey(letters.map(([one, change]) => inCase(one, change)).join(''))).toBe(key);
        expect(loginKey(login.toUpperCase())).toBe(key);
        expect(loginKey(login.toLowerCase())).toBe(key);
        expect(loginKey(key)).toBe(key);
      }),
    );
  });

  test('A4: no letter of Unicode has a case that would be another login', () => {
    const apart = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code))
      .filter((one) => /\p{L}/u.test(one))
      .filter((one) => [one.toUpperCase(), one.toLowerCase()].some((other) => loginKey(other) !== loginKey(one)));
    expect(apart).toEqual([]);
  });
});

describe('A4 the login', () => {
  test.each(['abc', 'Hugo.Martin', 'hugo_martin-2', 'hugo@medisoft.example', 'élodie', 'œuvre', 'x'.repeat(60)])(
    'A4: %s will do',
    (login) => {
      expect(isLogin(login)).toBe(true);
    },
  );

  test.each([
    '',
    'ab',
    'x'.repeat(61),
    'hugo martin',
    'hugo\u00a0martin',
    'hugo/martin',
    '<b>hugo</b>',
    'hugo\n',
    '...',
    'hugо',
    '１２３４',
  ])('A4: « %s » will not', (login) => {
    expect(isLogin(login)).toBe(false);
  });
});

describe('A1 the e-mail', () => {
  test.each([
    'hugo@medisoft.example',
    'hugo.martin+convergence@sous-domaine.medisoft.fr',
    "o'neil@medisoft.ie",
    'a@b.co',
    'contact@xn--mdecin-bva.fr',
    `${'a'.repeat(64)}@medisoft.example`,
  ])('A1: %s will do', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  test.each([
    '',
    'hugo',
    '@medisoft.fr',
    'hugo@',
    'hugo@medisoft',
    'hugo@@medisoft.fr',
    'hugo martin@medisoft.fr',
    'hugo.@medisoft.fr',
    'hu..go@medisoft.fr',
    'hugo@-medisoft.fr',
    'hugo@medisoft..fr',
    'hugo@medisoft.f',
    'hugo@192.0.2.1',
    'Hugo <hugo@medisoft.fr>',
    'hugo@medisoft.fr\r\nBcc: tous@medisoft.fr',
    'hugo@medisoft.fr\n',
    'a@b.fr,c@d.fr',
    `${'a'.repeat(65)}@medisoft.fr`,
    `a@${'a.'.repeat(126)}fr`,
  ])('A1: %j will not', (email) => {
    expect(isEmail(email)).toBe(false);
  });

  test('A1: what is usual passes, and never with a space, a line break or a comma', () => {
    holds(
      fc.property(fc.emailAddress(), (email) => {
        expect(isEmail(email)).toBe(true);
        for (const bad of [' ', '\n', ',', '\u0000']) expect(isEmail(email.replace('@', `${bad}@`))).toBe(false);
      }),
    );
  });
});
