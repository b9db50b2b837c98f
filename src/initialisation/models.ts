import type { QuestionsModel } from '../forms/models.ts';
import type { ProductFields } from '../products/models.ts';
import type { Choice, SummaryProps } from '../web/components.ts';
import type { FormModel } from '../web/forms.ts';
import type { Hidden } from './opened.ts';

declare module '../web/views.ts' {
  interface Views {
    'initialisation/identification': IdentificationModel;
    'initialisation/qualification': QualificationModel;
    'initialisation/preview': PreviewModel;
  }
}

interface Form extends FormModel {
  readonly action: string;
  /** What it was opened with. */
  readonly hidden: Hidden;
  /** After a conflict. */
  readonly conflict: ConflictModel | null;
  readonly back: { readonly label: string; readonly href: string };
}

/** What others changed since a form was opened, and what is saved beside what was typed, where both changed the same. */
export interface ConflictModel {
  readonly changes: SummaryProps;
  readonly clashes: SummaryProps;
}

/** The fields of a product; where `product` is null, those of the strategy. */
export interface FieldsModel {
  readonly product: ProductFields | null;
  readonly responsibles: readonly Choice[];
  readonly interests: QuestionsModel | null;
}

export interface IdentificationModel extends Form {
  readonly fields: FieldsModel;
}

export interface QualificationModel extends Omit<Form, 'typed'> {
  readonly questions: QuestionsModel;
}

export interface PreviewModel {
  readonly action: string;
  /** What it was opened with, and the answers. */
  readonly hidden: Hidden;
  /** Somebody changed the qualification meanwhile; empty when nobody did, or when the page says it already. */
  readonly meanwhile: string;
  readonly conflict: ConflictModel | null;
  readonly answers: SummaryProps;
  /** What the change does as a whole. */
  readonly words: string;
  readonly questionnaires: readonly QuestionnaireChangeModel[];
  readonly back: { readonly label: string; readonly href: string };
}

export interface QuestionnaireChangeModel {
  readonly title: string;
  readonly count: string;
  readonly lists: readonly { readonly title: string; readonly criteria: readonly CriterionChangeModel[] }[];
}

export interface CriterionChangeModel {
  readonly code: string;
  readonly title: string;
  readonly why: string;
  /** What was answered to it, and what becomes of it. */
  readonly answers: readonly string[];
}
