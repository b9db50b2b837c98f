import { formatList } from '../french/list.ts';
import type { ProofType } from '../referential/questionnaire.ts';
import { countedTypes, type Deposited, liveOf, missingTypes } from './deposited.ts';
import type { ProofPlace } from './places.ts';

/** The most live proofs of one criterion: beyond, nobody would read them. */
export const MOST_PROOFS = 30;

/** How many may be sent at once. */
export const MOST_AT_ONCE = 10;

/** What is sent: of which type, how many files, and whether a single deposit was confirmed. */
export interface Sending {
  readonly type: string;
  readonly files: number;
  readonly confirmed: boolean;
}

/** Where, in the form, a deposit is to be repaired. */
export interface DepositProblem {
  readonly at: 'type' | 'file' | 'confirmation';
  readonly message: string;
}

/** Q7: of an expected type that is not closed, and no more than anybody would read. */
export function depositProblem(
  place: ProofPlace,
  proofs: readonly Deposited[],
  { type, files, confirmed }: Sending,
): DepositProblem | null {
  const wanted = countedTypes(place, proofs).find((one) => one.type.id === type);
  if (wanted === undefined) return { at: 'type', message: 'Choisissez un type de preuve attendu pour cette exigence.' };
  const { title, once } = wanted.type;
  if (wanted.closed)
    return { at: 'type', message: `Le dépôt «\u00a0${title}\u00a0» est finalisé\u00a0: rien n’y est plus ajouté.` };
  if (once && files > 1) {
    return { at: 'file', message: `«\u00a0${title}\u00a0» est à dépôt unique\u00a0: choisissez un seul fichier.` };
  }
  if (once && !confirmed) {
    return {
      at: 'confirmation',
      message: `Confirmez le dépôt unique de «\u00a0${title}\u00a0»\u00a0: ensuite, il ne sera ni archivé ni remplacé.`,
    };
  }
  if (liveOf(proofs, place.code).length + files > MOST_PROOFS) {
    return {
      at: 'file',
      message: `Une exigence a ${MOST_PROOFS} preuves au plus\u00a0: regroupez vos documents, ou archivez d’abord des preuves.`,
    };
  }
  return null;
}

/** Q7: a single deposit is final as soon as it is made. */
export function isFinalAtOnce({ types }: Pick<ProofPlace, 'types'>, type: string): boolean {
  return types.some(({ id, once }) => id === type && once);
}

/** Q7: what finalising closes. */
export function closedByFinalising<P extends Deposited>({ code }: ProofPlace, proofs: readonly P[]): readonly P[] {
  return liveOf(proofs, code).filter(({ final }) => !final);
}

/** Q7: what opening again opens: a single deposit stays final. */
export function openedAgain<P extends Deposited>(place: ProofPlace, proofs: readonly P[]): readonly P[] {
  return liveOf(proofs, place.code).filter(({ type, final }) => final && !isFinalAtOnce(place, type));
}

/** Q7: what was said to be final stays as it is. */
export function archivingProblem({ final }: Pick<Deposited, 'final'>): string | null {
  return final ? 'Le dépôt de cette preuve est finalisé\u00a0: elle ne peut plus être archivée.' : null;
}

/** An archived proof comes back where it was, unless its type was closed meanwhile. */
export function restoringProblem(
  place: ProofPlace | null,
  proofs: readonly Deposited[],
  { type }: Pick<Deposited, 'type'>,
): string | null {
  if (place === null) return null;
  if (countedTypes(place, proofs).some((one) => one.type.id === type && one.closed)) {
    return 'Le dépôt de ce type de preuve est finalisé\u00a0: rien n’y est plus ajouté.';
  }
  if (liveOf(proofs, place.code).length >= MOST_PROOFS) {
    return `Une exigence a ${MOST_PROOFS} preuves au plus\u00a0: archivez-en d’abord une autre.`;
  }
  return null;
}

/** “Il manque une preuve : Capture d’une date de revue.” */
export function finalisingProblem(place: ProofPlace, proofs: readonly Deposited[]): string | null {
  const missing = missingTypes(place, proofs);
  return missing.length === 0 ? null : `Il manque au moins une preuve de type ${quoted(missing)}.`;
}

function quoted(types: readonly ProofType[]): string {
  return formatList(types.map(({ title }) => `«\u00a0${title}\u00a0»`));
}
