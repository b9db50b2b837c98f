/**
 * A4: what makes two logins, or two e-mails, the same. Through upper case so that `ß` meets `SS`, and every sigma the others;
 * through lower case first so that `ẞ`, which is its own upper case, is `ß`.
 */
function key(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
}

export function loginKey(login: string): string {
  return key(login);
}

export function emailKey(email: string): string {
  return key(email);
}

/** As it is kept and shown: full-width letters and ligatures are those that they stand for. */
export function tidyIdentifier(text: string): string {
  return text.normalize('NFKC').trim();
}

export const loginRule =
  'Le nom d’utilisateur compte de 3 à 60 caractères : lettres, chiffres, point, tiret, tiret bas ou arobase, sans espace.';

/** A4: it may be the e-mail, or anything else. Latin letters only: a Cyrillic `а` would pass for another person's login. */
export function isLogin(login: string): boolean {
  const length = [...login].length;
  return length >= 3 && length <= 60 && /^[\p{Script=Latin}0-9._@-]+$/u.test(login) && /[\p{L}0-9]/u.test(login);
}

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domainLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const lastLabel = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i;

/** What a mail server of ours can deliver: no quotes, no comment, no address without a domain. */
export function isEmail(email: string): boolean {
  if (email.length > 254) return false;
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const labels = email.slice(at + 1).split('.');
  return (
    at > 0 &&
    local.length <= 64 &&
    localPart.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => domainLabel.test(label)) &&
    lastLabel.test(labels.at(-1) ?? '')
  );
}
