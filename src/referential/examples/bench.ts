import type { DeclaredAnswers, FormAnswers, FormValue, Profile } from '../../domain/profile/profile.ts';
import { profileOf } from '../../domain/profile/profile.ts';
import { type Form, isChoice, type Question, questionsOf } from '../../domain/referential/form.ts';
import type { Referential } from '../../domain/referential/referential.ts';
import type { Collection } from '../collect.ts';
import type { FormExample } from '../schemas/form.ts';
import { inside, type Mistake, mistakeAt, type Place } from '../source.ts';

/** Where examples are tried: the domain itself works them out, and what differs from what is written is a mistake. */
export class ExampleBench {
  readonly referential: Referential;
  readonly #mistakes: Mistake[];
  /** By "form.example". */
  readonly #answers = new Map<string, { readonly form: string; readonly answers: FormAnswers }>();

  constructor(referential: Referential, collection: Collection, mistakes: Mistake[]) {
    this.referential = referential;
    this.#mistakes = mistakes;
    for (const { value: form, place } of collection.forms) {
      form.examples.forEach((example, index) => {
        const answers = this.#read(form, example, inside(place, 'examples', index, 'answers'));
        this.#answers.set(`${form.id}.${example.id}`, { form: form.id, answers });
      });
    }
  }

  /** Examples of several forms make one profile. */
  profile(names: readonly string[], place: Place): Profile {
    const declared: Record<string, FormAnswers> = {};
    names.forEach((name, index) => {
      const example = this.#answers.get(name);
      if (example) declared[example.form] = example.answers;
      else this.#mistakes.push(mistakeAt(inside(place, index), `l’exemple « ${name} » n’existe dans aucun formulaire`));
    });
    return profileOf(this.referential.questions, declared satisfies DeclaredAnswers);
  }

  /** null expects nothing. */
  expect(
    place: Place,
    what: string,
    expected: string | number | boolean | null,
    found: string | number | boolean,
  ): void {
    if (expected === null || expected === found) return;
    this.#mistakes.push(mistakeAt(place, `${what} : attendu ${shown(expected)}, trouvé ${shown(found)}`));
  }

  expectList(
    place: Place,
    what: string,
    expected: readonly (string | number)[] | null,
    found: readonly (string | number)[],
  ): void {
    this.expect(place, what, expected?.join(', ') ?? null, found.join(', '));
  }

  #read(form: Form, { answers }: FormExample, place: Place): FormAnswers {
    const questions = questionsOf(form);
    const read: Record<string, FormValue> = {};
    for (const [id, written] of Object.entries(answers)) {
      const question = questions.find((one) => one.id === id);
      const reason = question ? wrongAnswer(question, written) : 'cette question n’existe pas';
      if (reason) this.#mistakes.push(mistakeAt(inside(place, id), reason));
      else read[id] = question?.kind === 'number' ? Number(written) : written;
    }
    return read;
  }
}

function shown(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return value === '' ? 'rien' : String(value);
}

function wrongAnswer(question: Question, written: string | readonly string[]): string | null {
  const several = question.kind === 'multiple' || question.kind === 'file';
  if (several !== Array.isArray(written))
    return several ? 'une liste de réponses est attendue' : 'une seule réponse est attendue';
  if (!isChoice(question)) return null;
  const options = question.options.map(({ id }) => id);
  const unknown = [written].flat().filter((option) => !options.includes(option));
  return unknown.length === 0 ? null : `réponse inconnue : ${unknown.join(', ')} ; réponses : ${options.join(', ')}`;
}
