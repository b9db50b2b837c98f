import { carriedOver } from '../domain/answers/carried.ts';
import { changedCriteria } from '../domain/answers/changed.ts';
import { isLive } from '../domain/proofs/deposited.ts';
import type { ReachedSheet } from './reach.ts';

/** Q3: the codes of what changed since the last validation, in reading order: what whoever validates reads again. */
export function changedSinceValidation({
  criteria,
  current,
  validated,
  proofs,
}: Pick<ReachedSheet, 'criteria' | 'current' | 'validated' | 'proofs'>): readonly string[] {
  const live = proofs.filter(isLive);
  const before =
    validated === null
      ? { answers: [], switches: [], proofs: [] }
      : // What was validated before the files were kept says nothing of its proofs: they are no change.
        { ...carriedOver(validated), proofs: validated.frozen.files ?? live };
  return changedCriteria(criteria, before, { ...current, proofs: live });
}
