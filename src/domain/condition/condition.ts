/** "form.question": a question is named with its form, since conditions cross forms. */
export type QuestionRef = `${string}.${string}`;

/** "Shown when". One small language for follow-up questions, criteria, sections, proofs and whole questionnaires. */
export type Condition =
  | { readonly kind: 'in'; readonly question: QuestionRef; readonly options: readonly string[] }
  | { readonly kind: 'includes'; readonly question: QuestionRef; readonly options: readonly string[] }
  | { readonly kind: 'answered'; readonly question: QuestionRef }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

export type Atom = Extract<Condition, { question: QuestionRef }>;

/** The comparisons that a condition is made of, from left to right. */
export function atoms(condition: Condition): readonly Atom[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(atoms);
    case 'not':
      return atoms(condition.of);
    default:
      return [condition];
  }
}

/** The questions that a condition depends on, each once. */
export function dependencies(condition: Condition): readonly QuestionRef[] {
  return [...new Set(atoms(condition).map((atom) => atom.question))];
}

/** All of them must hold; null stands for "always", so that nothing is wrapped for nothing. */
export function both(...conditions: readonly (Condition | null)[]): Condition | null {
  const of = conditions.filter((condition) => condition !== null);
  if (of.length > 1) return { kind: 'all', of };
  return of[0] ?? null;
}
