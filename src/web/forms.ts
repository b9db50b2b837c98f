import type { FieldError } from '../domain/errors.ts';
import { nothingTyped, type Typed, typed } from './typed.ts';

/** A form that was not accepted: shown again with what was typed and what to repair. */
export interface Refused {
  readonly status: number;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** What a form's view reads. */
export interface FormModel {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** What was typed if it was refused, else what is known so far. */
export function formModel(refused: Refused | undefined, known?: Readonly<Record<string, unknown>>): FormModel {
  if (refused !== undefined) return { typed: refused.typed, errors: refused.errors };
  return { typed: known === undefined ? nothingTyped : typed(known), errors: [] };
}
