import { z } from 'zod';
import { box, line, secret } from '../web/schemas.ts';

export const signInSchema = z.object({
  login: line('Saisissez votre nom d’utilisateur.'),
  password: secret('Saisissez votre mot de passe.'),
  retour: z.string().max(2000).optional(),
});

export const forgottenSchema = z.object({
  login: line('Saisissez votre nom d’utilisateur ou votre adresse électronique.', 254),
});

export const choosePasswordSchema = z.object({
  password: secret('Choisissez un mot de passe.'),
});

export const acceptTermsSchema = z.object({
  accepted: box.refine(
    (accepted) => accepted,
    'Cochez la case pour accepter les conditions générales d’utilisation, ou déconnectez-vous.',
  ),
  version: z.string().max(40),
});
