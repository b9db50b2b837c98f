import { formCompletion } from '../../domain/completion.ts';
import { askedQuestions } from '../../domain/profile/asked.ts';
import { questionsOf } from '../../domain/referential/form.ts';
import type { Written } from '../collect.ts';
import type { FormFile } from '../schemas/form.ts';
import { inside } from '../source.ts';
import type { ExampleBench } from './bench.ts';

export function tryFormExamples({ value: form, place }: Written<FormFile>, bench: ExampleBench): void {
  form.examples.forEach((example, index) => {
    const at = inside(place, 'examples', index);
    const profile = bench.profile([`${form.id}.${example.id}`], at);
    const { done, total } = formCompletion(form, profile);
    bench.expect(inside(at, 'required'), 'questions obligatoires affichées', example.required, total);
    bench.expect(inside(at, 'answered'), 'questions obligatoires répondues', example.answered, done);
    const asked = askedQuestions(form, profile);
    const hidden = questionsOf(form).filter((question) => !asked.includes(question));
    bench.expectList(
      inside(at, 'hidden'),
      'questions masquées',
      example.hidden,
      hidden.map(({ number }) => number),
    );
  });
}
