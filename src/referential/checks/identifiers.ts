import type { Form } from '../../domain/referential/form.ts';
import type { Collection } from '../collect.ts';
import type { WrittenQuestionnaire } from '../collect-questionnaire.ts';
import { criteriaAt, sectionsAt } from '../places.ts';
import { inside, type Mistake, mistakeAt, type Place } from '../source.ts';

/** Ids and codes name one thing each: answers, proofs and links are kept under them. */
export function checkIdentifiers(collection: Collection, mistakes: Mistake[]): void {
  const once = (items: readonly (readonly [string, Place])[], what: string) => {
    const met = new Set<string>();
    for (const [name, place] of items) {
      if (met.has(name)) mistakes.push(mistakeAt(place, `${what} « ${name} » est déjà pris`));
      met.add(name);
    }
  };

  const named = [...collection.questionnaires, ...collection.forms];
  once(
    named.map(({ value, place }) => [value.id, inside(place, 'id')]),
    'l’identifiant',
  );
  for (const { value, place } of collection.forms) checkForm(value, place);
  for (const questionnaire of collection.questionnaires) checkQuestionnaire(questionnaire);

  function checkForm(form: Form, place: Place) {
    const questions = form.sections.flatMap(({ questions }, section) =>
      questions.map((question, index) => ({ question, at: inside(place, 'sections', section, 'questions', index) })),
    );
    once(
      questions.map(({ question, at }) => [question.id, inside(at, 'id')]),
      'l’identifiant',
    );
    once(
      questions.map(({ question, at }) => [String(question.number), inside(at, 'number')]),
      'le numéro',
    );
  }

  function checkQuestionnaire(questionnaire: WrittenQuestionnaire) {
    const { value, place } = questionnaire;
    if (value.kind === 'deposit') {
      once(
        value.documents.map(({ code }, index) => [code, inside(place, 'documents', index, 'code')]),
        'le code',
      );
      return;
    }
    once(
      value.axes.map(({ id }, index) => [id, inside(place, 'axes', index, 'id')]),
      'l’axe',
    );
    once(
      sectionsAt(questionnaire).map(({ section, place: at }) => [section.id, inside(at, 'code')]),
      'le code de section',
    );
    once(
      criteriaAt(questionnaire).map(({ criterion, place: at }) => [criterion.code, inside(at, 'code')]),
      'le code',
    );
    for (const { criterion, place: at } of criteriaAt(questionnaire)) {
      once(
        criterion.scenarios.map(({ id }, index) => [id, inside(at, 'scenarios', index, 'id')]),
        'le scénario',
      );
      once(
        criterion.scenarios.flatMap(({ proofs }, scenario) =>
          proofs.map(({ id }, index): [string, Place] => [
            id,
            inside(at, 'scenarios', scenario, 'proofs', index, 'id'),
          ]),
        ),
        'le type de preuve',
      );
    }
  }
}
