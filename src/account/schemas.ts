import { z } from 'zod';
import { emailField, optionalPhoneField } from '../accounts/fields.ts';
import { line, revision, secret } from '../web/schemas.ts';

/** The telephone may be left out by the staff of the ANS, of whom none is asked: the action knows who it is. */
export const ownProfileSchema = z.object({
  revision,
  firstName: line('Indiquez votre prénom.', 100),
  lastName: line('Indiquez votre nom.', 100),
  position: line('Indiquez votre fonction.', 150),
  phone: optionalPhoneField(),
});

const currentPassword = secret('Saisissez votre mot de passe actuel.');

export const ownEmailSchema = z.object({
  email: emailField('Indiquez votre nouvelle adresse électronique.'),
  currentPassword,
});

export const ownPasswordSchema = z.object({
  currentPassword,
  newPassword: secret('Choisissez un nouveau mot de passe.'),
});
