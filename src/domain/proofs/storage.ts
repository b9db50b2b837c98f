import { formatSize } from '../french/sizes.ts';
import type { Deposited } from './deposited.ts';

/** The most that the proofs of a company weigh together, archived ones included: they are never deleted (Q7). */
export const MOST_STORED = 10_000_000_000;

/** The most proofs that one criterion ever had, archived ones included. */
export const MOST_KEPT = 300;

/** `stored`: what the company would have, in octets. */
export function storageProblem(stored: number): string | null {
  if (stored <= MOST_STORED) return null;
  return `Les preuves de votre société dépassent ${formatSize(MOST_STORED)}, archives comprises\u00a0: rattachez un fichier déjà déposé, allégez celui-ci, ou écrivez au support.`;
}

/** What is archived and deposited again and again is kept each time. */
export function keptProblem(
  proofs: readonly Pick<Deposited, 'criterion'>[],
  code: string,
  files: number,
): string | null {
  if (proofs.filter(({ criterion }) => criterion === code).length + files <= MOST_KEPT) return null;
  return `Cette exigence a déjà ${MOST_KEPT} preuves, archives comprises\u00a0: remettez une preuve archivée, ou écrivez au support.`;
}
