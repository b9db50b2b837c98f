import { z } from 'zod';
import { emailField, loginField, phoneField } from '../accounts/fields.ts';
import { line } from '../web/schemas.ts';

/** Who was at the top when the page was opened: nobody, in a company that everybody has left. */
const seen = z.string('Cette page n’est plus à jour : rechargez-la, puis recommencez.').max(10_000);

export const designationSchema = z.object({ seen, login: line('Choisissez le nouveau Responsable.') });

export const invitationSchema = z.object({
  seen,
  firstName: line('Indiquez le prénom.', 100),
  lastName: line('Indiquez le nom.', 100),
  position: line('Indiquez la fonction dans l’entreprise.', 150),
  phone: phoneField('Indiquez le numéro de téléphone.'),
  email: emailField('Indiquez l’adresse électronique professionnelle.'),
  login: loginField('Choisissez le nom d’utilisateur.'),
});
