import type { ApplicableCriterion } from '../applicability/applicable.ts';
import type { ScopedDocument } from '../applicability/scope.ts';
import type { Profile } from '../profile/profile.ts';
import { expectedProofs } from '../referential/criterion.ts';
import type { ProofType, Scenario } from '../referential/questionnaire.ts';

/** What proofs are deposited for: a criterion, or a document of a deposit (G5). */
export interface ProofPlace {
  readonly code: string;
  readonly title: string;
  /** Q6: expected of this profile. */
  readonly types: readonly ProofType[];
  readonly scenarios: readonly Scenario[];
}

interface Asked {
  readonly criteria: readonly ApplicableCriterion[];
  readonly documents: readonly ScopedDocument[];
  readonly profile: Profile;
}

/** In reading order, those where at least one type is expected. */
export function proofPlaces({ criteria, documents, profile }: Asked): readonly ProofPlace[] {
  const places = [
    ...criteria.map(({ code, criterion }) => ({
      code,
      title: criterion.title,
      types: expectedProofs(criterion, profile),
      scenarios: criterion.scenarios,
    })),
    ...documents.map(({ document: { code, title, deposit } }) => ({
      code,
      title,
      types: [{ id: code, title, description: null, once: deposit === 'once', when: null }],
      scenarios: [],
    })),
  ];
  return places.filter(({ types }) => types.length > 0);
}
