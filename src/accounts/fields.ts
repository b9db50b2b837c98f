import { z } from 'zod';
import { isEmail, isLogin, loginRule, tidyIdentifier } from '../domain/accounts/identifiers.ts';
import { readPhone } from '../domain/accounts/phone.ts';
import { checked, line } from '../web/schemas.ts';

/** What is asked of a person, wherever it is asked: each takes the sentence that repairs an empty field. */

export function emailField(missing: string): z.ZodType<string> {
  return checked(line(missing, 254).transform(tidyIdentifier), (value) =>
    isEmail(value) ? null : 'Indiquez une adresse électronique complète, telle que prenom.nom@exemple.fr.',
  );
}

export function loginField(missing: string): z.ZodType<string> {
  return checked(line(missing, 100).transform(tidyIdentifier), (value) => (isLogin(value) ? null : loginRule));
}

export function phoneField(missing: string): z.ZodType<string> {
  return line(missing, 40).transform(asPhone);
}

export function optionalPhoneField(): z.ZodType<string> {
  return z
    .string('Une seule valeur est attendue ici.')
    .trim()
    .max(40, 'Raccourcissez ce numéro : 40 caractères au plus.')
    .transform((text, context) => (text === '' ? '' : asPhone(text, context)));
}

function asPhone(text: string, context: z.RefinementCtx<string>): string {
  const phone = readPhone(text);
  if (phone !== null) return phone;
  context.addIssue({
    code: 'custom',
    message: 'Indiquez un numéro à dix chiffres, ou un numéro international qui commence par +.',
  });
  return z.NEVER;
}
