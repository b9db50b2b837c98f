import type { ApplicableCriterion } from '../applicability/applicable.ts';
import type { Grade } from '../referential/level.ts';

/** What follows from an answer, for the Doctrine (S3) and for the démarche (S2). */
export type Consequence = {
  /** Null where the démarche gives no accepted levels: whatever is answered, it is attained. */
  readonly accepted: boolean | null;
} & (
  | { readonly kind: 'notApplicable' }
  /** S3: green stays the target beyond the recommended level. */
  | { readonly kind: 'reached'; readonly target: boolean }
  | { readonly kind: 'below'; readonly levels: number }
);

export function consequenceOf(
  { recommended, accepted }: Pick<ApplicableCriterion, 'recommended' | 'accepted'>,
  grade: Grade,
): Consequence {
  const common = { accepted: accepted === null ? null : accepted.includes(grade) };
  if (grade === 'na') return { ...common, kind: 'notApplicable' };
  if (grade >= recommended) return { ...common, kind: 'reached', target: grade === 3 };
  return { ...common, kind: 'below', levels: recommended - grade };
}
