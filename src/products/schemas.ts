import { z } from 'zod';
import { checked, choice, line, optional, paragraph } from '../web/schemas.ts';

/** P1: what identifies a product, wherever it is asked. `logins` are those of the people who may be its responsible. */
export function identificationSchema(logins: readonly string[]) {
  return z.object({
    name: line('Indiquez le nom du produit.'),
    version: line('Indiquez la version du produit.', 50),
    type: choice(['CORE', 'OPTION'], 'Choisissez le type de produit.'),
    core: optional(line('', 20)),
    nil: optional(line('', 50)),
    responsible: checked(line('Choisissez le responsable du produit.', 100), (login) =>
      logins.includes(login) ? null : 'Choisissez le responsable dans la liste.',
    ),
    description: paragraph('Décrivez le produit.'),
    certifications: optional(paragraph('', 1000)),
  });
}

export const identificationFields: readonly string[] = Object.keys(identificationSchema([]).shape);
