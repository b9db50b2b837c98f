/** Whose password it is: none of these may be in it. */
export interface PasswordOwner {
  readonly login: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

const shortest = 12;
const longest = 128;

export const passwordRule =
  'De 12 à 128 caractères, sans votre nom ni votre nom d’utilisateur. Une suite de plusieurs mots sans rapport entre eux convient bien.';

/** What is hashed and compared: the same characters typed on two keyboards make the same password. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/** A8: one French sentence for each thing to repair; nothing when the password will do. */
export function passwordProblems(
  password: string,
  owner: PasswordOwner,
  isCommon: (password: string) => boolean,
): string[] {
  const normal = normalizePassword(password);
  const length = [...normal].length;
  if (length < shortest) return ['Le mot de passe doit compter au moins 12 caractères.'];
  if (length > longest) return ['Le mot de passe doit compter au plus 128 caractères.'];
  const problems: string[] = [];
  if (isRepetition(normal) || isRun(normal)) {
    problems.push('Le mot de passe ne doit pas être une simple répétition ou une suite de touches ou de caractères.');
  } else if (isCommon(normal)) {
    problems.push('Ce mot de passe est trop répandu : choisissez-en un que personne d’autre n’utiliserait.');
  }
  if (containsAny(normal, [owner.login, owner.email.split('@')[0] ?? '', owner.firstName, owner.lastName])) {
    problems.push(
      'Le mot de passe ne doit contenir ni votre nom, ni votre nom d’utilisateur, ni votre adresse électronique.',
    );
  }
  return problems;
}

/** One to four characters again and again: `aaaaaaaaaaaa`, `1212121212121`. */
function isRepetition(password: string): boolean {
  const characters = [...password.toLowerCase()];
  return [1, 2, 3, 4].some((period) =>
    characters.every((character, index) => index < period || character === characters[index - period]),
  );
}

const runs = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
].map((run) => run.repeat(longest));

/** The digits, the alphabet or the keys in their order, either way. */
function isRun(password: string): boolean {
  const forwards = password.toLowerCase();
  const backwards = [...forwards].reverse().join('');
  return runs.some((run) => run.includes(forwards) || run.includes(backwards));
}

/** Names of one or two letters are in every sentence. */
function containsAny(password: string, words: readonly string[]): boolean {
  const bare = withoutAccents(password);
  return words.map(withoutAccents).some((word) => [...word].length >= 3 && bare.includes(word));
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
