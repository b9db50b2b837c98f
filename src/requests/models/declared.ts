import { findCountry } from '../../domain/accounts/countries.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { formatPhone } from '../../domain/accounts/phone.ts';
import { formatSiren } from '../../domain/accounts/siren.ts';
import { formatDate, formatDateTime } from '../../domain/french/dates.ts';
import type { SummaryProps } from '../../web/components.ts';
import type { Paper } from '../papers.ts';
import type { AccountRequest } from '../store.ts';

const fact = (label: string, ...values: readonly string[]): SummaryProps['items'][number] => ({
  label,
  values,
  change: null,
});

export function companyFacts(request: AccountRequest): SummaryProps {
  const { legalName, legalForm, siren, street, postalCode, city, country } = request;
  return {
    items: [
      fact('Dénomination', legalName),
      fact('Forme juridique', legalForm),
      fact('SIREN', formatSiren(siren)),
      fact('Adresse', street, `${postalCode} ${city}`, findCountry(country)?.name ?? country),
    ],
  };
}

const capacities = {
  LEGAL_REPRESENTATIVE: 'Représentant légal',
  EMPOWERED: 'Habilité par le représentant légal',
} as const;

export function personFacts(request: AccountRequest): SummaryProps {
  return {
    items: [
      fact('Nom', fullName(request)),
      fact('Fonction', request.position),
      fact('Qualité', capacities[request.capacity]),
      fact('Adresse électronique', request.email),
      fact('Téléphone', formatPhone(request.phone)),
      fact('Nom d’utilisateur demandé', request.login),
      fact('Demande faite le', formatDateTime(request.createdAt)),
    ],
  };
}

/** A2: what the papers must show. */
export function toCheck(request: AccountRequest, papers: readonly Paper[]): string[] {
  const kbis = papers.find(({ kind }) => kind === 'KBIS');
  const name = fullName(request);
  return [
    ...(kbis?.issuedOn
      ? [
          `L’extrait Kbis porte bien la date du ${formatDate(kbis.issuedOn)} : il avait moins de trois mois à son dépôt, le ${formatDate(kbis.depositedAt)}.`,
        ]
      : []),
    `L’extrait Kbis est au nom de ${request.legalName}, ${request.legalForm}, SIREN ${formatSiren(request.siren)}, à l’adresse déclarée.`,
    `La pièce d’identité est au nom de ${name} et en cours de validité.`,
    request.capacity === 'LEGAL_REPRESENTATIVE'
      ? `${name} figure sur l’extrait Kbis comme représentant légal.`
      : `${name} se dit habilité par le représentant légal : l’extrait Kbis ne le montre pas. En cas de doute, demandez un pouvoir signé de sa main.`,
  ];
}
