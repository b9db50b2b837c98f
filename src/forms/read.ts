import type { FormAnswers, FormValue } from '../domain/profile/profile.ts';
import { type Form, type Question, questionsOf } from '../domain/referential/form.ts';
import type { Referential } from '../domain/referential/referential.ts';

/** What a question is called in a page: `qualification.echanges-mes`. */
export function fieldName(form: Form, { id }: Pick<Question, 'id'>): string {
  return `${form.id}.${id}`;
}

/** A form that the platform cannot do without. */
export function mustHaveForm({ forms }: Referential, id: string): Form {
  const form = forms.get(id);
  if (form === undefined) throw new Error(`The referential has no form ${id}`);
  return form;
}

const MOST_CHARACTERS = 5_000;

/** The answers among what was sent: of the right shape, whether or not they are right; what is blank was not answered. */
export function answersIn(form: Form, sent: Readonly<Record<string, unknown>>): FormAnswers {
  return Object.fromEntries(
    questionsOf(form).flatMap((question): [string, FormValue][] => {
      const values = [sent[fieldName(form, question)] ?? []]
        .flat()
        .filter((value): value is string => typeof value === 'string')
        .map((value) => value.replaceAll('\0', '').slice(0, MOST_CHARACTERS).trim())
        .filter((value) => value !== '');
      const [first] = values;
      if (first === undefined) return [];
      if (question.kind === 'multiple') return [[question.id, [...new Set(values)]]];
      if (question.kind === 'number') return [[question.id, Number(first.replace(/\s/g, '').replace(',', '.'))]];
      return [[question.id, first]];
    }),
  );
}
