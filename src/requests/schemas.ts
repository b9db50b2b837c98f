import { z } from 'zod';
import { emailField, loginField, phoneField } from '../accounts/fields.ts';
import { countries, findCountry, readPostalCode } from '../domain/accounts/countries.ts';
import { readSiren } from '../domain/accounts/siren.ts';
import { checked, choice, line, paragraph, revision } from '../web/schemas.ts';
import type { FileField, FileType } from '../web/uploads.ts';
import { legalForms } from './legal-forms.ts';

const country = checked(line('Choisissez le pays.', 2), (code) =>
  countries.some((one) => one.code === code) ? null : 'Choisissez le pays dans la liste.',
);
const postalCode = line('Indiquez le code postal.', 20);
const place = z.object({ country, postalCode });

function postalCodeProblem(values: unknown): string | null {
  const { country: code, postalCode: text } = place.parse(values);
  const where = findCountry(code);
  if (where === undefined || readPostalCode(text, where) !== null) return null;
  return `Ce code postal n’est pas de ce pays (${where.name}) : indiquez-en un tel que ${where.example}.`;
}

const wrongSiren = 'Ce numéro SIREN n’est pas valide : vérifiez ses neuf chiffres, ce sont les neuf premiers du SIRET.';

// A1
export const askSchema = z
  .object({
    legalName: line('Indiquez la dénomination de l’entreprise, telle qu’elle figure sur le Kbis.'),
    legalForm: choice(legalForms, 'Choisissez la forme juridique de l’entreprise.'),
    siren: line('Indiquez le numéro SIREN de l’entreprise.', 30).transform((text, context) => {
      const siren = readSiren(text);
      if (siren !== null) return siren;
      context.addIssue({ code: 'custom', message: wrongSiren });
      return z.NEVER;
    }),
    street: line('Indiquez le numéro et la voie du siège.'),
    postalCode,
    city: line('Indiquez la commune du siège.', 100),
    country,
    firstName: line('Indiquez votre prénom.', 100),
    lastName: line('Indiquez votre nom.', 100),
    position: line('Indiquez votre fonction dans l’entreprise.', 150),
    email: emailField('Indiquez votre adresse électronique professionnelle.'),
    phone: phoneField('Indiquez votre numéro de téléphone.'),
    capacity: choice(['LEGAL_REPRESENTATIVE', 'EMPOWERED'], 'Dites à quel titre vous représentez l’entreprise.'),
    login: loginField('Choisissez un nom d’utilisateur.'),
  })
  .refine((values) => postalCodeProblem(values) === null, {
    path: ['postalCode'],
    error: ({ input }) => postalCodeProblem(input) ?? '',
    // Said at once, whatever is to repair elsewhere
    when: ({ value }) => place.safeParse(value).success,
  })
  .transform((values) => {
    const found = findCountry(values.country);
    const read = found && readPostalCode(values.postalCode, found);
    return { ...values, postalCode: read ?? values.postalCode };
  });

export type Asked = z.infer<typeof askSchema>;

// A2
export const papersSchema = z.object({
  kbisDate: line('Indiquez la date qui figure sur l’extrait Kbis.', 20).transform((text, context) => {
    const date = z.iso.date().safeParse(text);
    if (date.success) return new Date(date.data);
    context.addIssue({ code: 'custom', message: 'Indiquez une date complète, telle que 03/11/2026.' });
    return z.NEVER;
  }),
  /** Another one, when the first was taken meanwhile (A4). */
  login: loginField('Choisissez un nom d’utilisateur.').optional(),
});

export type Deposited = z.infer<typeof papersSchema>;

const accepted: readonly FileType[] = [
  { extension: 'pdf', contentType: 'application/pdf', content: ['application/pdf'] },
  { extension: 'png', contentType: 'image/png', content: ['image/png'] },
  { extension: 'jpg', contentType: 'image/jpeg', content: ['image/jpeg'] },
  { extension: 'jpeg', contentType: 'image/jpeg', content: ['image/jpeg'] },
];
const maxBytes = 10_000_000;

export const paperFiles = {
  identity: { name: 'identity', missing: 'Déposez une copie de votre pièce d’identité.', types: accepted, maxBytes },
  kbis: { name: 'kbis', missing: 'Déposez l’extrait Kbis de l’entreprise.', types: accepted, maxBytes },
} as const satisfies Record<string, FileField>;

export const approveSchema = z.object({ revision });

export const refuseSchema = z.object({
  revision,
  refusalReason: paragraph('Dites pourquoi cette demande est refusée : le demandeur recevra ces mots.'),
});

export const askPapersSchema = z.object({
  revision,
  papersReason: paragraph('Dites quelles pièces déposer et pourquoi : le demandeur recevra ces mots.'),
});

export type Approved = z.infer<typeof approveSchema>;
export type RefusedRequest = z.infer<typeof refuseSchema>;
export type PapersAsked = z.infer<typeof askPapersSchema>;
