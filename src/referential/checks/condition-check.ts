import { type Atom, atoms, both, type Condition, dependencies } from '../../domain/condition/condition.ts';
import { canHold, TooTangled } from '../../domain/condition/outcomes.ts';
import type { Questions } from '../../domain/profile/questions.ts';
import { isChoice } from '../../domain/referential/form.ts';
import type { Collection } from '../collect.ts';
import { type Mistake, mistakeAt, type Place } from '../source.ts';

/** What is asked of a condition, wherever it is written. Each answers whether going further makes sense. */
export class ConditionCheck {
  readonly #questions: Questions;
  readonly #unreadable: ReadonlySet<string>;
  readonly #mistakes: Mistake[];
  #sound = true;

  constructor(questions: Questions, { unreadable }: Collection, mistakes: Mistake[]) {
    this.#questions = questions;
    this.#unreadable = unreadable;
    this.#mistakes = mistakes;
  }

  /** It speaks of questions and answers that exist. */
  refers(condition: Condition, place: Place): boolean {
    const known = atoms(condition).filter(({ question }) => !this.#unreadable.has(question.split('.', 1)[0] ?? ''));
    const reasons = new Set(known.flatMap((atom) => wrongReference(atom, this.#questions)));
    for (const reason of reasons) this.#mistakes.push(mistakeAt(place, reason));
    return reasons.size === 0 && known.length === atoms(condition).length;
  }

  /** Somebody has answered by then: its questions are in the subject's own form, or in a form of the démarche. */
  isAsked(condition: Condition, answered: Questions, place: Place): boolean {
    const unasked = dependencies(condition).filter((ref) => this.#questions.has(ref) && !answered.has(ref));
    for (const ref of unasked) {
      this.#mistakes.push(
        mistakeAt(place, `la condition dépend de « ${ref} », une question que cette démarche ne pose pas`),
      );
    }
    return unasked.length === 0;
  }

  /** What shows the questions is wrong: trying answers to them would tell nothing. */
  stopTrying(): void {
    this.#sound = false;
  }

  /**
   * A condition that never holds hides for ever; one that never fails hides a mistake.
   * `around` is what must already hold for it to matter: the sections above, the criterion itself.
   */
  decides(condition: Condition, around: readonly (Condition | null)[], place: Place): void {
    if (!this.#sound) return;
    const can = (part: Condition) => canHold(both(...around, part) ?? part, this.#questions);
    try {
      if (!can(condition))
        this.#mistakes.push(mistakeAt(place, 'cette condition n’est vraie pour aucune réponse possible'));
      if (!can({ kind: 'not', of: condition })) {
        this.#mistakes.push(
          mistakeAt(place, 'cette condition est vraie quelles que soient les réponses : ôtez-la ou corrigez-la'),
        );
      }
    } catch (error) {
      if (!(error instanceof TooTangled)) throw error;
      this.#mistakes.push(
        mistakeAt(place, 'cette condition dépend de trop de réponses pour être vérifiée : simplifiez-la'),
      );
    }
  }
}

function wrongReference(atom: Atom, questions: Questions): string[] {
  const question = questions.get(atom.question)?.question;
  if (!question) return [`la question « ${atom.question} » n’existe pas`];
  if (atom.kind === 'answered') return [];
  if (!isChoice(question))
    return [`« ${atom.question} » n’est pas une question à choix : écrivez { answered: ${atom.question} }`];
  const key = question.kind === 'multiple' ? 'includes' : 'in';
  if (atom.kind !== key) return [`« ${atom.question} » se compare avec ${key}, et non avec ${atom.kind}`];
  const known = question.options.map(({ id }) => id);
  return atom.options
    .filter((option) => !known.includes(option))
    .map((option) => `« ${option} » n’est pas une réponse à « ${atom.question} » ; réponses : ${known.join(', ')}`);
}
