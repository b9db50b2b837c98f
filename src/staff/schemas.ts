import { z } from 'zod';
import { emailField, loginField } from '../accounts/fields.ts';
import { choice, line } from '../web/schemas.ts';

export const newStaffSchema = z.object({
  firstName: line('Indiquez le prénom.', 100),
  lastName: line('Indiquez le nom.', 100),
  position: line('Indiquez la fonction.', 150),
  email: emailField('Indiquez l’adresse électronique professionnelle.'),
  login: loginField('Choisissez le nom d’utilisateur.'),
  role: choice(['VERIFIER', 'ADMINISTRATOR'], 'Choisissez le rôle.'),
});
