import { evaluate } from '../condition/evaluate.ts';
import type { Profile } from '../profile/profile.ts';
import { compliant, type Grade, grades, type Level, nonCompliant } from './level.ts';
import type { Criterion, ProofType } from './questionnaire.ts';

/** The answers that a person may choose from. */
export function offeredGrades(criterion: Criterion): readonly Grade[] {
  if (criterion.kind === 'maturity') return grades.filter((grade) => grade !== 'na' || criterion.na !== null);
  return criterion.naOffered ? ['na', nonCompliant, compliant] : [nonCompliant, compliant];
}

/** By the Doctrine, for this profile: a DMP-compatible product is expected higher than others. */
export function recommendedLevel(criterion: Criterion, profile: Profile): Level {
  if (criterion.kind === 'compliance') return compliant;
  return criterion.recommendedWhen.find(({ when }) => evaluate(when, profile))?.level ?? criterion.recommended;
}

/** Q6: the types of proof that this profile is asked for. */
export function expectedProofs(criterion: Criterion, profile: Profile): readonly ProofType[] {
  return criterion.scenarios
    .flatMap(({ proofs }) => proofs)
    .filter(({ when }) => when === null || evaluate(when, profile));
}
