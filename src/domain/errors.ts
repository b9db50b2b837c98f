/** What a rule may answer. `web/errors` alone turns these into a status and a page. Messages are French, for the person at the screen. */
export abstract class DomainError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** It does not exist, or not for this person: nobody learns which. */
export class NotFound extends DomainError {
  constructor(message = 'Cette page ou cet élément est introuvable.') {
    super(message);
  }
}

/** The person is known, the act is not theirs. */
export class Forbidden extends DomainError {
  constructor(message = 'Vous n’avez pas le droit d’effectuer cette action.') {
    super(message);
  }
}

/** A rule of product.md forbids it, whoever asks. */
export class RuleBroken extends DomainError {
  readonly rule: string;

  constructor(rule: string, message: string) {
    super(message);
    this.rule = rule;
  }
}

/** Somebody else changed the same thing meanwhile. */
export class Conflict extends DomainError {}

/** A field, by its path in the form, and the sentence that says how to repair it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What was sent does not read: one sentence a field. */
export class Invalid extends DomainError {
  readonly fields: readonly FieldError[];

  constructor(fields: readonly FieldError[]) {
    super('Certaines informations sont à corriger.');
    this.fields = fields;
  }
}
