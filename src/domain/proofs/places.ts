import type { ApplicableCriterion } from '../applicability/applicable.ts';
import type { ScopedDocument } from '../applicability/scope.ts';
import type { Profile } from '../profile/profile.ts';
import { expectedProofs } from '../referential/criterion.ts';
import { type Answers, compliant } from '../referential/level.ts';
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
export function proofPlaces(asked: Asked): readonly ProofPlace[] {
  return [...asked.criteria.map(ofCriterion(asked.profile)), ...asked.documents.map(ofDocument)].filter(isExpecting);
}

/** Q6: those that wait for proofs as it is answered: the requirements that comply, and every document. */
export function expectingPlaces(asked: Asked, answers: Answers): readonly ProofPlace[] {
  const complying = asked.criteria.filter(({ code }) => {
    const answer = answers[code];
    return answer?.kind === 'level' && answer.level === compliant;
  });
  return proofPlaces({ ...asked, criteria: complying });
}

/** The one of that code; null where nothing is expected. */
export function proofPlace({ criteria, documents, profile }: Asked, code: string): ProofPlace | null {
  const criterion = criteria.find((one) => one.code === code);
  const document = documents.find((one) => one.document.code === code);
  const place = criterion ? ofCriterion(profile)(criterion) : document ? ofDocument(document) : null;
  return place !== null && isExpecting(place) ? place : null;
}

function ofCriterion(profile: Profile) {
  return ({ code, criterion }: ApplicableCriterion): ProofPlace => ({
    code,
    title: criterion.title,
    types: expectedProofs(criterion, profile),
    scenarios: criterion.scenarios,
  });
}

function ofDocument({ document: { code, title, deposit } }: ScopedDocument): ProofPlace {
  const type = { id: code, title, description: null, once: deposit === 'once', when: null };
  return { code, title, types: [type], scenarios: [] };
}

function isExpecting({ types }: ProofPlace): boolean {
  return types.length > 0;
}
