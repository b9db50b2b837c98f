import { dependencies, type QuestionRef } from '../condition/condition.ts';
import { type Form, type Question, questionsOf } from '../referential/form.ts';

export interface IndexedQuestion {
  readonly ref: QuestionRef;
  readonly form: Form;
  readonly question: Question;
}

/** Every question of the given forms by its full name; a follow-up comes after the questions that show it. */
export type Questions = ReadonlyMap<QuestionRef, IndexedQuestion>;

export function indexQuestions(forms: Iterable<Form>): Questions {
  const all = new Map<QuestionRef, IndexedQuestion>();
  for (const form of forms) {
    for (const question of questionsOf(form)) {
      const ref: QuestionRef = `${form.id}.${question.id}`;
      all.set(ref, { ref, form, question });
    }
  }
  return inDependencyOrder(all);
}

function inDependencyOrder(all: Questions): Questions {
  const ordered = new Map<QuestionRef, IndexedQuestion>();
  const met = new Set<QuestionRef>();
  const visit = (ref: QuestionRef) => {
    const indexed = all.get(ref);
    if (!indexed || met.has(ref)) return;
    met.add(ref);
    if (indexed.question.when) dependencies(indexed.question.when).forEach(visit);
    ordered.set(ref, indexed);
  };
  for (const ref of all.keys()) visit(ref);
  return ordered;
}

/** The questions that lead back to themselves, each with its loop; there must be none. */
export function loops(questions: Questions): readonly (readonly QuestionRef[])[] {
  const found: QuestionRef[][] = [];
  const done = new Set<QuestionRef>();
  const visit = (ref: QuestionRef, path: readonly QuestionRef[]) => {
    const start = path.indexOf(ref);
    if (start >= 0) {
      found.push([...path.slice(start), ref]);
      return;
    }
    if (done.has(ref)) return;
    const when = questions.get(ref)?.question.when;
    if (when) for (const next of dependencies(when)) visit(next, [...path, ref]);
    done.add(ref);
  };
  for (const ref of questions.keys()) visit(ref, []);
  return found;
}
