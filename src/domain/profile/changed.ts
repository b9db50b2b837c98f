import { type Form, type Question, questionsOf } from '../referential/form.ts';
import type { FormValue, Profile } from './profile.ts';

/** A question whose answer is not what it was; undefined: it has none, or is not shown. */
export interface ChangedAnswer {
  readonly question: Question;
  readonly before: FormValue | undefined;
  readonly after: FormValue | undefined;
}

/** What differs among the answers that count; in whatever order several options were chosen, they are the same. */
export function changedAnswers(form: Form, before: Profile, after: Profile): readonly ChangedAnswer[] {
  return questionsOf(form).flatMap((question) => {
    const ref = `${form.id}.${question.id}` as const;
    const change = { question, before: before.values.get(ref), after: after.values.get(ref) };
    return same(change.before, change.after) ? [] : [change];
  });
}

function same(one: FormValue | undefined, other: FormValue | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((option) => other.includes(option));
}
