import { holds } from '../../domain/condition/evaluate.ts';
import { recommendedLevel } from '../../domain/referential/criterion.ts';
import type { Criterion } from '../../domain/referential/questionnaire.ts';
import { placedCriteria } from '../../domain/referential/walk.ts';
import type { WrittenQuestionnaire } from '../collect-questionnaire.ts';
import { inside } from '../source.ts';
import type { ExampleBench } from './bench.ts';

/** A questionnaire by itself: which of its criteria a profile is shown, and what the Doctrine recommends to it. */
export function tryQuestionnaireExamples({ value, place }: WrittenQuestionnaire, bench: ExampleBench): void {
  value.examples.forEach((example, index) => {
    const at = inside(place, 'examples', index);
    const profile = bench.profile(example.profile, inside(at, 'profile'));
    const items =
      value.kind === 'deposit'
        ? value.documents.map(({ code, when }) => ({ code, when, criterion: null }))
        : placedCriteria<Criterion>(value.sections).map(({ criterion, when }) => ({
            code: criterion.code,
            when,
            criterion,
          }));
    const shown = items.filter(({ when }) => holds(when, profile));
    const codes = shown.map(({ code }) => code);
    const { applicable } = example;
    if (typeof applicable === 'number')
      bench.expect(inside(at, 'applicable'), 'critères affichés', applicable, codes.length);
    else bench.expectList(inside(at, 'applicable'), 'critères affichés', applicable, codes);
    example.includes.forEach((code, n) => {
      bench.expect(inside(at, 'includes', n), `critère ${code} affiché`, true, codes.includes(code));
    });
    for (const [code, level] of Object.entries(example.recommended)) {
      const criterion = shown.find((item) => item.code === code)?.criterion;
      const found = criterion ? recommendedLevel(criterion, profile) : 'critère non affiché';
      bench.expect(inside(at, 'recommended', code), `niveau recommandé de ${code}`, level, found);
    }
  });
}
