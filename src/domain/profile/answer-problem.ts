import { isEmail } from '../accounts/identifiers.ts';
import { readPhone } from '../accounts/phone.ts';
import { readSiren } from '../accounts/siren.ts';
import type { ChoiceQuestion, Question } from '../referential/form.ts';
import type { FormValue } from './profile.ts';
import { readSiret } from './siret.ts';

/** What to repair in an answer that was given; null when it reads well. Whether it had to be given is for completion to say. */
export function answerProblem(question: Question, value: FormValue): string | null {
  switch (question.kind) {
    case 'multiple':
      return Array.isArray(value) ? choiceProblem(question, value) : 'Choisissez une ou plusieurs réponses.';
    case 'single':
    case 'yes-no':
      return typeof value === 'string' ? choiceProblem(question, [value]) : 'Choisissez une réponse.';
    case 'number':
      return numberProblem(value, question.min, question.max);
    case 'file':
      return Array.isArray(value) && (question.files === 'many' || value.length <= 1)
        ? null
        : 'Déposez un seul fichier.';
    default:
      return typeof value === 'string' ? textProblem(question.kind, value) : 'Écrivez un texte.';
  }
}

function choiceProblem({ options }: ChoiceQuestion, chosen: readonly string[]): string | null {
  const known = chosen.map((id) => options.find((option) => option.id === id));
  if (known.includes(undefined)) return 'Choisissez parmi les réponses proposées.';
  const alone = known.find((option) => option?.exclusive);
  if (alone && chosen.length > 1)
    return `Choisissez «\u00a0${alone.title}\u00a0» seule, ou les autres réponses sans elle.`;
  return null;
}

function numberProblem(value: FormValue, min: number | null, max: number | null): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'Écrivez un nombre, par exemple\u00a012.';
  if (min !== null && value < min) return `Écrivez un nombre d’au moins\u00a0${min}.`;
  if (max !== null && value > max) return `Écrivez un nombre d’au plus\u00a0${max}.`;
  return null;
}

const readers = {
  text: { reads: () => true, problem: '' },
  date: { reads: isDay, problem: 'Choisissez une date du calendrier.' },
  siren: { reads: (text: string) => readSiren(text) !== null, problem: 'Vérifiez le SIREN\u00a0: neuf chiffres.' },
  siret: { reads: (text: string) => readSiret(text) !== null, problem: 'Vérifiez le SIRET\u00a0: quatorze chiffres.' },
  email: { reads: isEmail, problem: 'Écrivez une adresse électronique complète, par exemple nom@exemple.fr.' },
  phone: {
    reads: (text: string) => readPhone(text) !== null,
    problem: 'Écrivez un numéro français, ou international avec son indicatif.',
  },
  url: { reads: isAddress, problem: 'Écrivez une adresse complète, par exemple https://www.exemple.fr.' },
} as const;

function textProblem(kind: keyof typeof readers, value: string): string | null {
  const { reads, problem } = readers[kind];
  return reads(value.trim()) ? null : problem;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
