import type { Condition } from '../../domain/condition/condition.ts';
import { loops, type Questions } from '../../domain/profile/questions.ts';
import type { Collection } from '../collect.ts';
import type { WrittenQuestionnaire } from '../collect-questionnaire.ts';
import { criteriaAt, sectionsAt } from '../places.ts';
import { inside, type Mistake, mistakeAt, type Place } from '../source.ts';
import type { ConditionCheck } from './condition-check.ts';

/** The conditions of forms and questionnaires, as they are outside of any démarche. */
export function checkConditions(
  collection: Collection,
  questions: Questions,
  check: ConditionCheck,
  mistakes: Mistake[],
): void {
  const shown = collection.forms.flatMap(({ value, place }) =>
    value.sections.flatMap((section, s) =>
      section.questions.map(({ id, when }, q) => ({
        ref: `${value.id}.${id}`,
        when,
        place: inside(place, 'sections', s, 'questions', q, 'when'),
      })),
    ),
  );
  for (const { when, place } of shown) if (when !== null && !check.refers(when, place)) check.stopTrying();
  for (const loop of loops(questions)) {
    const place = shown.find(({ ref }) => ref === loop[0])?.place;
    if (place) mistakes.push(mistakeAt(place, `ces questions se montrent en boucle : ${loop.join(' → ')}`));
    check.stopTrying();
  }
  for (const { when, place } of shown) if (when) check.decides(when, [], place);
  for (const questionnaire of collection.questionnaires) {
    checkQuestionnaire(questionnaire, (when, around, place) => {
      if (when !== null && check.refers(when, place)) check.decides(when, around, place);
    });
  }
}

function checkQuestionnaire(
  questionnaire: WrittenQuestionnaire,
  check: (when: Condition | null, around: readonly (Condition | null)[], place: Place) => void,
): void {
  for (const { section, above, place } of sectionsAt(questionnaire)) {
    const around = above.map(({ when }) => when);
    check(section.when, around, inside(place, 'when'));
  }
  for (const { criterion, sections, place } of criteriaAt(questionnaire)) {
    const around = sections.map(({ when }) => when);
    check(criterion.when, around, inside(place, 'when'));
    if (criterion.kind === 'maturity') {
      for (const [index, { when }] of criterion.recommendedWhen.entries()) {
        check(when, [...around, criterion.when], inside(place, 'recommendedWhen', index, 'when'));
      }
    }
    for (const [s, { proofs }] of criterion.scenarios.entries()) {
      for (const [p, { when }] of proofs.entries()) check(when, [], inside(place, 'scenarios', s, 'proofs', p, 'when'));
    }
  }
  const { value, place } = questionnaire;
  if (value.kind !== 'deposit') return;
  for (const [index, { when }] of value.documents.entries()) check(when, [], inside(place, 'documents', index, 'when'));
}
