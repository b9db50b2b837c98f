import { z } from 'zod';
import { emailField, loginField, phoneField } from '../accounts/fields.ts';
import { boxes, choice, line, revision } from '../web/schemas.ts';

const profile = {
  firstName: line('Indiquez le prénom.', 100),
  lastName: line('Indiquez le nom.', 100),
  position: line('Indiquez la fonction dans l’entreprise.', 150),
  phone: phoneField('Indiquez le numéro de téléphone.'),
};
const email = emailField('Indiquez l’adresse électronique professionnelle.');

/** The role is asked of a Responsable only: nobody else chooses it. */
const grant = {
  role: choice(['CONTRIBUTOR', 'RESPONSIBLE'], 'Choisissez le rôle.').optional(),
  rights: boxes,
  products: boxes,
};

export const newUserSchema = z.object({
  ...profile,
  email,
  login: loginField('Choisissez le nom d’utilisateur.'),
  ...grant,
});

/** The address is on the form only while the person has never signed in. */
export const userProfileSchema = z.object({ revision, ...profile, email: email.optional() });

export const userRightsSchema = z.object({ revision, ...grant });

export interface HandOverAsked {
  /** From a subject's reference to the login of whoever gets it. */
  readonly chosen: ReadonlyMap<string, string>;
  /** Back to the deletion that asked for it. */
  readonly next: 'suppression' | null;
}

/** One field for each subject, named `successor-<reference>`; those left empty stay where they are. */
export const handOverSchema: z.ZodType<HandOverAsked> = z.record(z.string(), z.unknown()).transform((fields) => ({
  chosen: new Map(
    Object.entries(fields).flatMap(([name, value]) => {
      const reference = /^successor-(\d{1,9})$/.exec(name)?.[1];
      return reference !== undefined && typeof value === 'string' && value !== ''
        ? [[reference, value.slice(0, 200)]]
        : [];
    }),
  ),
  next: fields.next === 'suppression' ? 'suppression' : null,
}));
