import type { Condition } from '../condition/condition.ts';
import type { Link, Text } from './text.ts';

interface QuestionBase {
  readonly id: string;
  /** Fixed: a hidden question leaves a gap (G4). */
  readonly number: number;
  readonly title: string;
  readonly help: Text | null;
  readonly required: boolean;
  readonly when: Condition | null;
  /** Taken from the record, and changed there rather than here. */
  readonly from: Source | null;
}

export interface Option {
  readonly id: string;
  readonly title: string;
  readonly help: Text | null;
  /** "Aucune réponse correspondante": chosen, it stands alone. */
  readonly exclusive: boolean;
}

export type Source = (typeof sources)[number];
export const sources = [
  'product.name',
  'product.version',
  'company.legalName',
  'company.legalForm',
  'company.address',
] as const;

export type ChoiceQuestion = QuestionBase & {
  readonly kind: 'single' | 'multiple' | 'yes-no';
  readonly options: readonly Option[];
};

export type TextQuestion = QuestionBase & { readonly kind: 'text'; readonly lines: 'one' | 'many' };

export type NumberQuestion = QuestionBase & {
  readonly kind: 'number';
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
};

export type FileQuestion = QuestionBase & { readonly kind: 'file'; readonly files: 'one' | 'many' };

export type PlainQuestion = QuestionBase & { readonly kind: 'date' | 'siren' | 'siret' | 'email' | 'phone' | 'url' };

export type Question = ChoiceQuestion | TextQuestion | NumberQuestion | FileQuestion | PlainQuestion;

export interface FormSection {
  readonly title: string;
  readonly introduction: Text | null;
  readonly questions: readonly Question[];
}

/** Qualification, orientation, fiche administrative...: questions about the subject, not criteria to meet. */
export interface Form {
  readonly kind: 'form';
  readonly id: string;
  readonly title: string;
  /** How a sentence refers to it: "la question 10 de la qualification". */
  readonly cited: string;
  readonly edition: string | null;
  readonly summary: Text;
  readonly introduction: Text | null;
  readonly links: readonly Link[];
  /** The subject that has its answers from creation on (P3), or null for a form asked by a démarche. */
  readonly profileOf: 'product' | 'strategy' | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly sections: readonly FormSection[];
}

export function questionsOf(form: Form): readonly Question[] {
  return form.sections.flatMap((section) => section.questions);
}

export function isChoice(question: Question): question is ChoiceQuestion {
  return question.kind === 'single' || question.kind === 'multiple' || question.kind === 'yes-no';
}
