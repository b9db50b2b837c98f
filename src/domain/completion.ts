import { lackOf } from './answers/lack.ts';
import type { ApplicableCriterion } from './applicability/applicable.ts';
import type { ScopedDocument } from './applicability/scope.ts';
import { holds } from './condition/evaluate.ts';
import { askedQuestions } from './profile/asked.ts';
import type { Profile } from './profile/profile.ts';
import { expectedProofs } from './referential/criterion.ts';
import type { Form } from './referential/form.ts';
import type { Answer, Answers } from './referential/level.ts';
import type { ProofType } from './referential/questionnaire.ts';

/** Why something is not complete yet (Q3: each is listed with a link to it). */
export type Missing =
  | { readonly kind: 'answer'; readonly code: string }
  | { readonly kind: 'comment'; readonly code: string }
  /** Q2: the level depends on an option product that is still to be said. */
  | { readonly kind: 'option'; readonly code: string }
  | { readonly kind: 'proof'; readonly code: string; readonly proof: ProofType }
  | { readonly kind: 'document'; readonly code: string }
  | { readonly kind: 'question'; readonly id: string; readonly number: number };

/** n/m: criteria, types of document or required questions. */
export interface Completion {
  readonly done: number;
  readonly total: number;
  readonly missing: readonly Missing[];
}

/** What comes with the answers, by criterion: the comment, the types of its live proofs, and whether an option product is still to be said. */
export interface Evidence {
  readonly comments: Readonly<Record<string, string>>;
  readonly proofs: Readonly<Record<string, readonly string[]>>;
  /** The criteria whose level depends on an option product, without saying which (Q2). */
  readonly undecided: readonly string[];
}

export const noEvidence: Evidence = { comments: {}, proofs: {}, undecided: [] };

export function criteriaCompletion(
  criteria: readonly ApplicableCriterion[],
  answers: Answers,
  evidence: Evidence,
  profile: Profile,
): Completion {
  return completionOf(criteria, (applicable) => missingFor(applicable, answers[applicable.code], evidence, profile));
}

/** What keeps one criterion from being complete (answers/lack); each proof that is missing counts. */
function missingFor(
  { code, criterion }: ApplicableCriterion,
  answer: Answer | undefined,
  { comments, proofs, undecided }: Evidence,
  profile: Profile,
): readonly Missing[] {
  const deposited = proofs[code] ?? [];
  const missingProofs =
    criterion.kind === 'maturity' ? [] : expectedProofs(criterion, profile).filter(({ id }) => !deposited.includes(id));
  const lack = lackOf({
    kind: criterion.kind,
    answer: answer ?? null,
    comment: comments[code] ?? '',
    undecided: undecided.includes(code),
    missingProofs: missingProofs.length,
  });
  if (lack === null) return [];
  return lack === 'proof' ? missingProofs.map((proof) => ({ kind: 'proof', code, proof })) : [{ kind: lack, code }];
}

/** G5: types of document deposited; `deposited` lists the codes of those that have a live one. */
export function depositCompletion(
  documents: readonly ScopedDocument[],
  deposited: readonly string[],
  profile: Profile,
): Completion {
  const expected = documents.filter(({ when, nature }) => nature === 'MANDATORY' && holds(when, profile));
  return completionOf(expected, ({ document: { code } }) =>
    deposited.includes(code) ? [] : [{ kind: 'document', code }],
  );
}

/** G2, G4: the required questions among those that are shown. */
export function formCompletion(form: Form, profile: Profile): Completion {
  const required = askedQuestions(form, profile).filter((question) => question.required);
  return completionOf(required, ({ id, number }) =>
    profile.values.has(`${form.id}.${id}`) ? [] : [{ kind: 'question', id, number }],
  );
}

function completionOf<T>(items: readonly T[], missingOf: (item: T) => readonly Missing[]): Completion {
  const missing = items.map(missingOf);
  return { done: missing.filter(({ length }) => length === 0).length, total: items.length, missing: missing.flat() };
}

/** Rounded down: 24/36 is 66 %. Nothing to complete is complete. */
export function percent({ done, total }: Completion): number {
  return total === 0 ? 100 : Math.floor((done * 100) / total);
}
