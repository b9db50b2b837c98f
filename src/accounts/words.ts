import type { Subject } from '../database/generated/client.ts';
import { rightKeys } from '../domain/accounts/grants.ts';
import type { Person, Right } from '../domain/accounts/person.ts';
import { formatList } from '../domain/french/list.ts';

/** Rights as the pages name them. */
export const rightWords: Readonly<Record<Right, { readonly label: string; readonly hint: string }>> = {
  createsAccounts: {
    label: 'Créer des comptes',
    hint: 'Ajouter des utilisateurs, rattachés à son propre compte.',
  },
  validates: {
    label: 'Valider des questionnaires',
    hint: 'Sans ce droit, on enregistre des brouillons et on demande la validation.',
  },
  accessesStrategy: {
    label: 'Accéder à la stratégie globale',
    hint: 'Remplir les questionnaires qui concernent toute l’entreprise.',
  },
};

/** What somebody may do, beside their products. A Responsable may do everything (A5). */
export function rightsInWords({ role, rights }: Pick<Person, 'role' | 'rights'>): readonly string[] {
  if (role === 'RESPONSIBLE') return ['Tous les droits'];
  return rightKeys.filter((right) => rights[right]).map((right) => rightWords[right].label);
}

/** The same in one sentence: `Créer des comptes et valider des questionnaires`; empty when there are none. */
export function rightsInLine(person: Pick<Person, 'role' | 'rights'>): string {
  return formatList(
    rightsInWords(person).map((right, index) => (index === 0 ? right : right.charAt(0).toLowerCase() + right.slice(1))),
  );
}

/** `Carnet de suivi (n° 1920)`; the strategy, of which there is one, by its name alone. */
export function subjectName(subject: Pick<Subject, 'kind' | 'name' | 'reference'>): string {
  return subject.kind === 'STRATEGY' ? 'Stratégie globale' : `${subject.name} (n°\u00a0${subject.reference})`;
}
