import { z } from 'zod';
import { checked, line, optional, paragraph } from '../web/schemas.ts';

/** What identifies the strategy. `logins` are those of the people who may be its responsible. */
export function strategySchema(logins: readonly string[]) {
  return z.object({
    name: line('Indiquez le nom de la stratégie globale.'),
    responsible: checked(line('Choisissez le responsable de la stratégie globale.', 100), (login) =>
      logins.includes(login) ? null : 'Choisissez le responsable dans la liste.',
    ),
    certifications: optional(paragraph('', 1000)),
  });
}

export const strategyFields: readonly string[] = Object.keys(strategySchema([]).shape);
