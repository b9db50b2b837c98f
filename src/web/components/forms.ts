import type { FieldError } from '../../domain/errors.ts';
import type { Defaults } from './part.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface Question {
  readonly name: string;
  readonly hint?: string;
  /** Required is the rule; the others say “(facultatif)”. */
  readonly required?: boolean;
  /** All the errors of the page: the component finds its own. */
  readonly errors?: readonly FieldError[];
}

export interface FieldProps extends Question {
  readonly label: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'textarea' | 'select' | 'date' | 'month' | 'number' | 'url';
  readonly value: string;
  /** For `select`; `placeholder` is the words of its empty choice. */
  readonly choices?: readonly Choice[];
  readonly placeholder?: string;
  readonly autocomplete?: string;
  readonly inputmode?: string;
  readonly maxlength?: string;
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  readonly rows?: number;
  /** A filter of a list: none is asked for, and none says so. */
  readonly filter?: boolean;
}

export const field: Defaults<FieldProps> = {
  hint: '',
  required: true,
  errors: [],
  type: 'text',
  choices: [],
  placeholder: 'Sélectionnez une option',
  autocomplete: 'off',
  inputmode: '',
  maxlength: '',
  min: '',
  max: '',
  step: '',
  rows: 4,
  filter: false,
};

export interface RadiosProps extends Question {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly inline?: boolean;
}

export const radios: Defaults<RadiosProps> = { hint: '', required: true, errors: [], inline: false };

export interface CheckboxesProps extends Question {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
}

export const checkboxes: Defaults<CheckboxesProps> = { hint: '', required: true, errors: [] };

/** What radios and checkboxes share; pages use one of these two. */
export interface ChoicesProps extends Required<Question> {
  readonly type: 'radio' | 'checkbox';
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly inline: boolean;
}

/** One box alone, that answers by itself: “J’accepte…”. */
export interface CheckboxProps extends Omit<Question, 'required'> {
  readonly label: string;
  readonly value?: string;
  readonly checked: boolean;
}

export const checkbox: Defaults<CheckboxProps> = { hint: '', errors: [], value: 'oui' };

export interface FileProps extends Question {
  readonly label: string;
  /** Extensions without their dot. */
  readonly formats: readonly string[];
  readonly maxBytes: number;
  readonly multiple?: boolean;
}

export const file: Defaults<FileProps> = { hint: '', required: true, errors: [], multiple: false };

export interface ButtonProps {
  readonly label: string;
  readonly kind?: 'primary' | 'secondary' | 'tertiary' | 'tertiary-no-outline';
  /** A link when given, else a button that sends the form. */
  readonly href?: string;
  readonly name?: string;
  readonly value?: string;
  /** Where this button sends the form, when it is not where the form says. */
  readonly action?: string;
  readonly icon?: string;
  readonly small?: boolean;
  /** The id of the modal that it opens. */
  readonly opens?: string;
  /** On what it acts, for a screen reader: “Ouvrir : Carnet de suivi”. */
  readonly about?: string;
}

export const button: Defaults<ButtonProps> = {
  kind: 'primary',
  href: '',
  name: '',
  value: '',
  action: '',
  icon: '',
  small: false,
  opens: '',
  about: '',
};

/** The foot of a form: what sends it, the main act first; then the way out. */
export interface FormFootProps {
  readonly buttons: readonly ButtonProps[];
  readonly back?: { readonly label: string; readonly href: string } | null;
}

export const formFoot: Defaults<FormFootProps> = { back: null };

export interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** What is said over them, where it is not how many there are. */
  readonly title?: string;
  readonly text?: string;
}

export const errorSummary: Defaults<ErrorSummaryProps> = { title: '', text: '' };
