import { beforeAll, describe, expect, test } from 'vitest';
import { commonPasswords, type IsCommon } from '../../src/accounts/common-passwords.ts';

let isCommon: IsCommon;
beforeAll(async () => {
  isCommon = await commonPasswords();
});

describe('A8 passwords that many people choose', () => {
  test.each(['1qaz2wsx3edc4rfv', 'administrator', 'Administrator', 'ADMINISTRATOR', 'motdepasse'])(
    'A8: « %s » is one',
    (password) => {
      expect(isCommon(password)).toBe(true);
    },
  );

  test.each([
    'Motdepasse2024!',
    'P@ssw0rd2024',
    'S0l3il-S0l3il',
    'soleilsoleil',
    '2024_Bonjour!',
    'Mot de passe 1',
    'Sébastien2024',
    'responsable.75',
    'Convergence2026!',
  ])('A8: « %s » is one in disguise', (password) => {
    expect(isCommon(password)).toBe(true);
  });

  test.each(['agrafe cheval pile', 'le-chat-mange-la-souris', 'x7!kQ92#mmLp', 'chat 83619 47205', '83619472058361'])(
    'A8: « %s » is not',
    (password) => {
      expect(isCommon(password)).toBe(false);
    },
  );

  test('A8: they are read once', () => {
    expect(commonPasswords()).toBe(commonPasswords());
  });
});
