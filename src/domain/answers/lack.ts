import { type Answer, compliant } from '../referential/level.ts';

/** What a criterion still lacks. */
export type Lack = 'answer' | 'option' | 'comment' | 'proof';

/** What was said of one criterion, as far as completing it goes. */
export interface Saying {
  readonly kind: 'maturity' | 'compliance';
  readonly answer: Answer | null;
  readonly comment: string;
  /** Its level depends on an option product that is still to be said (Q2). */
  readonly undecided: boolean;
  /** How many of the expected types have no live proof. */
  readonly missingProofs: number;
}

/** Q2, Q3, Q5, Q6: an answer, and the option product that it depends on; for compliance, its proofs when it complies and its reason when it does not apply. */
export function lackOf({ kind, answer, comment, undecided, missingProofs }: Saying): Lack | null {
  if (answer === null) return 'answer';
  if (undecided) return 'option';
  if (kind === 'maturity') return null;
  if (answer.kind === 'na') return comment.trim() === '' ? 'comment' : null;
  return answer.level === compliant && missingProofs > 0 ? 'proof' : null;
}
