import { formatDate } from '../domain/french/dates.ts';
import { formatList } from '../domain/french/list.ts';
import type { SubjectKind } from '../domain/referential/demarche.ts';

const subjectNames: Readonly<Record<SubjectKind, string>> = { product: 'produit', strategy: 'stratégie globale' };

/** “Produit et stratégie globale” */
export function subjectWords(subjects: readonly SubjectKind[]): string {
  const words = formatList(subjects.map((subject) => subjectNames[subject]));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What one does first, before any questionnaire. */
export const firstSteps: Readonly<Record<SubjectKind, { title: string; text: string }>> = {
  product: {
    title: 'Rattachez un produit à la démarche',
    text: 'Choisissez un produit de votre catalogue, ou ajoutez-en un\u00a0: son identification et sa qualification décident des critères qui s’appliquent à lui.',
  },
  strategy: {
    title: 'Ouvrez la stratégie globale de votre entreprise',
    text: 'Elle s’évalue comme un produit\u00a0: sa qualification décide des critères qui s’appliquent à elle.',
  },
};

/** G1: in a démarche that is closed, only those that are enrolled go on. */
export const goingOnSteps: typeof firstSteps = {
  product: {
    title: 'Reprenez un produit déjà rattaché',
    text: 'La démarche n’accepte plus de nouveau produit. Un produit qui y est rattaché la poursuit depuis votre catalogue.',
  },
  strategy: {
    title: 'Reprenez la stratégie globale de votre entreprise',
    text: 'La démarche n’accepte plus de nouvelle stratégie. Celle qui y est rattachée la poursuit.',
  },
};

/** “Close aux nouvelles inscriptions depuis le 17 décembre 2024” */
export function closedWords(since: string): string {
  return `Close aux nouvelles inscriptions depuis le ${formatDate(new Date(since))}`;
}

export const groupTitles: Readonly<Record<SubjectKind, string>> = {
  product: 'Pour un produit',
  strategy: 'Pour la stratégie globale',
};
