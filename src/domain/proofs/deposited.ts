import type { ProofType } from '../referential/questionnaire.ts';
import type { ProofPlace } from './places.ts';

/** What is known of a deposited proof, whoever keeps it. */
export interface Deposited {
  readonly id: string;
  readonly criterion: string;
  readonly type: string;
  readonly state: 'READY' | 'WAITING' | 'QUARANTINED';
  readonly final: boolean;
  readonly archivedAt: Date | null;
}

/** Q6: it proves something; what a scanner put aside, or what was archived, does not. */
export function isLive({ archivedAt, state }: Pick<Deposited, 'archivedAt' | 'state'>): boolean {
  return archivedAt === null && state !== 'QUARANTINED';
}

export interface CountedType {
  readonly type: ProofType;
  readonly live: number;
  /** Nothing is added to it nor archived any more. */
  readonly closed: boolean;
}

/** Each expected type of a place, with what was deposited of it. */
export function countedTypes(place: ProofPlace, proofs: readonly Deposited[]): readonly CountedType[] {
  return place.types.map((type) => {
    const live = liveOf(proofs, place.code).filter((one) => one.type === type.id);
    return { type, live: live.length, closed: live.some(({ final }) => final) };
  });
}

export function liveOf<P extends Deposited>(proofs: readonly P[], code: string): readonly P[] {
  return proofs.filter((one) => one.criterion === code && isLive(one));
}

/** The types of which nothing live was deposited. */
export function missingTypes(place: ProofPlace, proofs: readonly Deposited[]): readonly ProofType[] {
  return countedTypes(place, proofs).flatMap(({ type, live }) => (live === 0 ? [type] : []));
}

/** Its deposit was said to be final: each of its types is closed. */
export function isFinalised(place: ProofPlace, proofs: readonly Deposited[]): boolean {
  return countedTypes(place, proofs).every(({ closed }) => closed);
}

/** n/m types of a whole questionnaire, as its pages say it. */
export function typesDeposited(
  places: readonly ProofPlace[],
  proofs: readonly Deposited[],
): { readonly done: number; readonly total: number } {
  const all = places.flatMap((place) => countedTypes(place, proofs));
  return { done: all.filter(({ live }) => live > 0).length, total: all.length };
}
