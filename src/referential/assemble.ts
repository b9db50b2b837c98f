import { type Scope, type ScopedDocument, scopedDocuments, scopeOf } from '../domain/applicability/scope.ts';
import { indexQuestions } from '../domain/profile/questions.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Form } from '../domain/referential/form.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { ConditionCheck } from './checks/condition-check.ts';
import { checkConditions } from './checks/conditions.ts';
import { checkFiles } from './checks/files.ts';
import { checkIdentifiers } from './checks/identifiers.ts';
import { checkStructure } from './checks/structure.ts';
import { type Collection, collect } from './collect.ts';
import { resolveDemarches } from './demarches.ts';
import { ExampleBench } from './examples/bench.ts';
import { tryDemarcheExamples } from './examples/demarches.ts';
import { tryFormExamples } from './examples/forms.ts';
import { tryQuestionnaireExamples } from './examples/questionnaires.ts';
import { frozen } from './freeze.ts';
import type { Mistake, Source } from './source.ts';

export type Assembly =
  | { readonly referential: Referential; readonly mistakes: readonly [] }
  | { readonly referential: null; readonly mistakes: readonly Mistake[] };

/**
 * The files checked together. All mistakes are told at once; with even one of them there is no referential.
 * `files` are those that they may name: pictures, and templates of documents.
 */
export function assemble(sources: readonly Source[], files: ReadonlySet<string>): Assembly {
  const mistakes: Mistake[] = [];
  const collection = collect(sources, mistakes);
  checkIdentifiers(collection, mistakes);
  checkStructure(collection, mistakes);
  checkFiles(collection, files, mistakes);

  const forms = new Map(
    collection.forms.map(({ value: { examples: _, ...form } }): [string, Form] => [form.id, frozen(form)]),
  );
  const questions = indexQuestions(forms.values());
  const check = new ConditionCheck(questions, collection, mistakes);
  checkConditions(collection, questions, check, mistakes);

  const questionnaires = new Map<string, Questionnaire>(forms);
  for (const { value } of collection.questionnaires) {
    const { examples: _, ...questionnaire } = value;
    questionnaires.set(value.id, frozen(questionnaire));
  }
  const parcours = collection.parcours
    .map(({ value }) => frozen(value))
    .toSorted((first, second) => first.order - second.order);
  const known = {
    parcours: new Set(parcours.map(({ id }) => id)),
    questionnaires,
    forms: [...forms.values()],
    check,
    unreadable: collection.unreadable,
  };
  const demarches = inOrder(
    resolveDemarches(collection, known, mistakes).map(frozen),
    parcours.map(({ id }) => id),
  );

  const referential = { parcours, demarches, questionnaires, forms, questions, ...scopes(demarches, questionnaires) };
  tryExamples(collection, referential, mistakes);
  return mistakes.length === 0
    ? { referential, mistakes: [] }
    : { referential: null, mistakes: inReadingOrder(mistakes) };
}

function inOrder(demarches: readonly Demarche[], parcours: readonly string[]): readonly Demarche[] {
  return demarches.toSorted(
    (first, second) =>
      parcours.indexOf(first.parcours) - parcours.indexOf(second.parcours) || first.order - second.order,
  );
}

function scopes(demarches: readonly Demarche[], questionnaires: ReadonlyMap<string, Questionnaire>) {
  const criteria = new Map<string, Scope>();
  const deposits = new Map<string, readonly ScopedDocument[]>();
  for (const demarche of demarches) {
    for (const entry of demarche.entries) {
      const questionnaire = questionnaires.get(entry.questionnaire);
      const key = `${demarche.id}/${entry.questionnaire}`;
      if (questionnaire?.kind === 'deposit') deposits.set(key, frozen(scopedDocuments(questionnaire, entry)));
      else if (questionnaire && questionnaire.kind !== 'form') criteria.set(key, frozen(scopeOf(questionnaire, entry)));
    }
  }
  return {
    scope: (demarche: string, questionnaire: string) => criteria.get(`${demarche}/${questionnaire}`) ?? null,
    documents: (demarche: string, questionnaire: string) => deposits.get(`${demarche}/${questionnaire}`) ?? null,
  };
}

/** Where a file that an example rests on is wrong, trying the example would only repeat it. */
function tryExamples(collection: Collection, referential: Referential, mistakes: Mistake[]): void {
  const wrong = [...new Set(mistakes.map(({ file }) => file))];
  const sound = (...places: readonly string[]) => !wrong.some((file) => places.some((place) => file.startsWith(place)));
  const bench = new ExampleBench(referential, collection, mistakes);
  if (!sound('forms/')) return;
  for (const form of collection.forms) tryFormExamples(form, bench);
  for (const questionnaire of collection.questionnaires) {
    if (sound(...filesOf(questionnaire.value.id))) tryQuestionnaireExamples(questionnaire, bench);
  }
  for (const written of collection.demarches) {
    const demarche = referential.demarches.find(({ id }) => id === written.value.id);
    const asked = written.value.questionnaires.flatMap(({ questionnaire }) => filesOf(questionnaire));
    if (demarche && sound(`demarches/${demarche.id}.`, ...asked)) tryDemarcheExamples(written, demarche, bench);
  }
}

function filesOf(questionnaire: string): readonly string[] {
  return [`questionnaires/${questionnaire}.`, `questionnaires/${questionnaire}/`];
}

function inReadingOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.toSorted((first, second) => first.file.localeCompare(second.file) || first.line - second.line);
}
