import type { Missing } from '../completion.ts';
import type { Nature } from '../referential/demarche.ts';
import { type Answer, type Level, nonCompliant } from '../referential/level.ts';

/** By what the criteria of a questionnaire are looked for. */
export type AnswerFilter = 'left' | 'toCorrect' | 'below' | 'mandatory' | 'proofs' | 'nonCompliant' | 'changed';

/** Those that make sense for each kind of questionnaire, in the order of the screen. */
export const filtersFor: Readonly<Record<'maturity' | 'compliance', readonly AnswerFilter[]>> = {
  maturity: ['left', 'toCorrect', 'below', 'mandatory', 'changed'],
  compliance: ['left', 'toCorrect', 'proofs', 'nonCompliant', 'changed'],
};

/** What is known of one criterion. */
export interface Known {
  readonly answer: Answer | null;
  readonly missing: readonly Pick<Missing, 'kind'>[];
  /** Something else is said of it than what was validated. */
  readonly changed: boolean;
  /** Whoever validates wants it looked at again (Q3), or what was sent of it is refused. */
  readonly disputed: boolean;
}

/** What a criterion is, in this démarche and for this product. */
interface Asked {
  readonly kind: 'maturity' | 'compliance';
  readonly nature: Nature;
  readonly recommended: Level;
}

export function filtersMet(
  { kind: questionnaire, nature, recommended }: Asked,
  { answer, missing, changed, disputed }: Known,
): readonly AnswerFilter[] {
  const met: Readonly<Record<AnswerFilter, boolean>> = {
    left: missing.length > 0,
    toCorrect: disputed || (answer !== null && missing.length > 0),
    below: answer?.kind === 'level' && answer.level < recommended,
    mandatory: nature === 'MANDATORY',
    proofs: missing.some(({ kind }) => kind === 'proof'),
    nonCompliant: answer?.kind === 'level' && answer.level === nonCompliant,
    changed,
  };
  return filtersFor[questionnaire].filter((filter) => met[filter]);
}
