import { formatDate } from '../domain/french/dates.ts';
import { counted } from '../domain/french/plural.ts';
import type { Nature } from '../domain/referential/demarche.ts';
import type { Question } from '../domain/referential/form.ts';
import type { Grade } from '../domain/referential/level.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';

type Kind = Questionnaire['kind'];

export const kinds: Readonly<
  Record<Kind, { one: string; many: string; text: string; item: readonly [string, string] }>
> = {
  maturity: {
    one: 'Évaluation de maturité',
    many: 'Évaluations de maturité',
    text: 'Chaque critère se mesure sur quatre niveaux, du rouge au vert, ou ne s’applique pas. La Doctrine recommande un niveau.',
    item: ['critère', 'critères'],
  },
  compliance: {
    one: 'Questionnaire de conformité',
    many: 'Questionnaires de conformité',
    text: 'Chaque exigence est conforme, non conforme ou non applicable, preuves à l’appui.',
    item: ['exigence', 'exigences'],
  },
  deposit: {
    one: 'Dépôt de documents',
    many: 'Dépôts de documents',
    text: 'Des documents à réunir, à compléter et à déposer.',
    item: ['document', 'documents'],
  },
  form: {
    one: 'Formulaire',
    many: 'Formulaires',
    text: 'Les réponses décrivent le produit ou l’entreprise, et décident des critères qui s’appliquent.',
    item: ['question', 'questions'],
  },
};

export const natures: Readonly<Record<Nature, string>> = {
  MANDATORY: 'Obligation',
  RECOMMENDED: 'Recommandation',
  OPTIONAL: 'Option',
};

/** The words of a tile: its name, then its colour and what it is worth. */
export const gradeWords: Readonly<Record<Grade, { name: string; meaning: string }>> = {
  na: { name: 'N/A', meaning: 'non applicable' },
  0: { name: 'Niveau\u00a00', meaning: 'rouge, très faible' },
  1: { name: 'Niveau\u00a01', meaning: 'orange, faible' },
  2: { name: 'Niveau\u00a02', meaning: 'jaune, moyen' },
  3: { name: 'Niveau\u00a03', meaning: 'vert, fort' },
};

/** “60 critères”. */
export function countOf(kind: Kind, count: number): string {
  const [one, many] = kinds[kind].item;
  return counted(count, one, many);
}

/** What is expected as an answer. */
export function answerWords(question: Question): string {
  switch (question.kind) {
    case 'single':
      return 'Une seule réponse';
    case 'multiple':
      return 'Une ou plusieurs réponses';
    case 'yes-no':
      return 'Oui ou non';
    case 'text':
      return question.lines === 'one' ? 'Texte court' : 'Texte';
    case 'number':
      return numberWords(question);
    case 'file':
      return question.files === 'one' ? 'Un fichier' : 'Un ou plusieurs fichiers';
    default:
      return plainWords[question.kind];
  }
}

const plainWords = {
  date: 'Date',
  siren: 'Numéro SIREN',
  siret: 'Numéro SIRET',
  email: 'Adresse électronique',
  phone: 'Numéro de téléphone',
  url: 'Adresse d’un site',
} as const;

function numberWords({ min, max, unit }: { min: number | null; max: number | null; unit: string | null }): string {
  const bounds = [min === null ? '' : `${min} au moins`, max === null ? '' : `${max} au plus`].filter(Boolean);
  return [unit === null ? 'Nombre' : `Nombre de ${unit}`, ...bounds].join(', ');
}

export function validityWords(from: string | null, until: string | null): string {
  const parts = [
    from === null ? '' : `depuis le ${formatDate(new Date(from))}`,
    until === null ? '' : `jusqu’au ${formatDate(new Date(until))}`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `En vigueur ${parts.join(', ')}`;
}
