import type { Actor } from '../accounts/person.ts';
import { Forbidden, RuleBroken } from '../errors.ts';
import type { Subject } from '../subjects/subject.ts';

/** P6, D3, G4: what is archived, or not open yet, is read and not answered. `closed`: why it is not open. */
export function answeringProblem(
  { archivedAt }: Pick<Subject, 'archivedAt'>,
  closed: string | null,
): RuleBroken | null {
  if (archivedAt !== null) {
    return new RuleBroken('P6', 'Ce produit est archivé\u00a0: désarchivez-le pour répondre à ses questionnaires.');
  }
  return closed === null ? null : new RuleBroken('D3', `Ce questionnaire n’est pas encore ouvert. ${closed}`);
}

/** A5: of those who access a subject, whoever was given the right validates its questionnaires. */
export function mayValidate({ rights }: Pick<Actor, 'rights'>): boolean {
  return rights.validates;
}

export function mustValidate(actor: Pick<Actor, 'rights'>): void {
  if (!mayValidate(actor)) {
    throw new Forbidden('Vous n’avez pas le droit de valider les questionnaires\u00a0: demandez leur validation.');
  }
}
