import type { FormValue } from '../profile/profile.ts';
import type { IndexedQuestion, Questions } from '../profile/questions.ts';
import { isChoice } from '../referential/form.ts';
import { type Atom, atoms, type Condition, type QuestionRef } from './condition.ts';
import { evaluate } from './evaluate.ts';

/** Beyond, a condition is too tangled to be checked, and to be understood. */
const limit = 200_000;
export class TooTangled extends Error {}

/** Whether some complete set of answers makes it true: found by trying all those that matter. */
export function canHold(condition: Condition, questions: Questions): boolean {
  const relevant = closure(condition, questions);
  const comparisons = [condition, ...relevant.flatMap(({ question }) => question.when ?? [])].flatMap(atoms);
  const values = new Map<QuestionRef, FormValue>();
  let tried = 0;

  const search = (position: number): boolean => {
    const indexed = relevant[position];
    if (!indexed) {
      tried += 1;
      if (tried > limit) throw new TooTangled();
      return evaluate(condition, { values });
    }
    for (const value of candidates(indexed, comparisons, values)) {
      if (value === null) values.delete(indexed.ref);
      else values.set(indexed.ref, value);
      if (search(position + 1)) return true;
    }
    values.delete(indexed.ref);
    return false;
  };
  return search(0);
}

/** The questions that it depends on, and those which show them; the latter first, as `questions` is ordered. */
function closure(condition: Condition, questions: Questions): readonly IndexedQuestion[] {
  const needed = new Set<QuestionRef>();
  const need = (part: Condition) => {
    for (const { question } of atoms(part)) {
      if (needed.has(question)) continue;
      needed.add(question);
      const when = questions.get(question)?.question.when;
      if (when) need(when);
    }
  };
  need(condition);
  return [...questions.values()].filter(({ ref }) => needed.has(ref));
}

function candidates(
  { ref, question }: IndexedQuestion,
  comparisons: readonly Atom[],
  values: ReadonlyMap<QuestionRef, FormValue>,
): readonly (FormValue | null)[] {
  if (question.when && !evaluate(question.when, { values })) return [null];
  const blank = question.required ? [] : [null];
  if (!isChoice(question)) return ['something', ...blank];
  if (question.kind !== 'multiple') return [...question.options.map(({ id }) => id), ...blank];

  const named = new Set(
    comparisons.flatMap((atom) => (atom.question === ref && 'options' in atom ? atom.options : [])),
  );
  const alone = question.options.filter(({ exclusive }) => exclusive).map(({ id }) => [id]);
  const together = question.options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  // Options that no comparison names are alike: one of them stands for all.
  const others = together.filter((id) => !named.has(id)).slice(0, 1);
  const distinct = [...together.filter((id) => named.has(id)), ...others];
  return [...subsets(distinct).filter((chosen) => chosen.length > 0), ...alone, ...blank];
}

function subsets(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length > 12) throw new TooTangled();
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((chosen) => [first, ...chosen])];
}
