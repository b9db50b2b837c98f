import type { FormValue, Profile } from '../profile/profile.ts';
import type { Atom, Condition, QuestionRef } from './condition.ts';
import { evaluate } from './evaluate.ts';

/** An answer that explains why a condition holds, or why it does not. */
export interface Fact {
  readonly question: QuestionRef;
  /** null: it was not answered, or only with options that the condition does not speak of. */
  readonly answer: FormValue | null;
}

/** The answers that decide: those of the branches which make the condition what it is, each question once. */
export function facts(condition: Condition, profile: Profile): readonly Fact[] {
  const answers = new Map<QuestionRef, FormValue | null>();
  for (const atom of deciding(condition, profile)) {
    answers.set(atom.question, merge(answers.get(atom.question) ?? null, answerTo(atom, profile)));
  }
  return [...answers].map(([question, answer]) => ({ question, answer }));
}

function deciding(condition: Condition, profile: Profile): readonly Atom[] {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const result = evaluate(condition, profile);
      return condition.of
        .filter((part) => evaluate(part, profile) === result)
        .flatMap((part) => deciding(part, profile));
    }
    case 'not':
      return deciding(condition.of, profile);
    default:
      return [condition];
  }
}

/** Of several chosen options, the ones that the condition names; all of them where none is named. */
function answerTo(atom: Atom, profile: Profile): FormValue | null {
  const value = profile.values.get(atom.question);
  if (value === undefined) return null;
  if (atom.kind !== 'includes' || !Array.isArray(value)) return value;
  const named = value.filter((option) => atom.options.includes(option));
  return named.length > 0 ? named : value;
}

function merge(first: FormValue | null, second: FormValue | null): FormValue | null {
  if (!Array.isArray(first) || !Array.isArray(second)) return second ?? first;
  return [...new Set([...first, ...second])];
}
