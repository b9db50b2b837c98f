import { isChoice, questionsOf } from '../domain/referential/form.ts';
import type { Criterion, Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { placedCriteria } from '../domain/referential/walk.ts';
import type { Mistake } from './source.ts';

/** Beside the referential: one id a line; "- id" for one that was withdrawn on purpose. */
export const idsFile = 'ids.txt';

/** Everything that answers, proofs and links are kept under. */
export function idsOf(referential: Referential): readonly string[] {
  const questionnaires = [...referential.questionnaires.values()];
  return [
    ...referential.parcours.map(({ id }) => `parcours ${id}`),
    ...referential.demarches.map(({ id }) => `demarche ${id}`),
    ...questionnaires.map(({ id }) => `questionnaire ${id}`),
    ...questionnaires.flatMap(partsOf),
  ].sort();
}

function partsOf(questionnaire: Questionnaire): readonly string[] {
  const { id } = questionnaire;
  switch (questionnaire.kind) {
    case 'form':
      return questionsOf(questionnaire).flatMap((question) => [
        `question ${id}.${question.id}`,
        ...(isChoice(question) ? question.options.map((option) => `option ${id}.${question.id}=${option.id}`) : []),
      ]);
    case 'deposit':
      return questionnaire.documents.map(({ code }) => `document ${id}/${code}`);
    default:
      return placedCriteria<Criterion>(questionnaire.sections).flatMap(({ criterion }) => [
        `criterion ${id}/${criterion.code}`,
        ...criterion.scenarios.flatMap(({ proofs }) =>
          proofs.map((proof) => `proof ${id}/${criterion.code}/${proof.id}`),
        ),
      ]);
  }
}

/** No id ever disappears by accident, and one that was withdrawn never comes back to mean something else. */
export function checkIds(referential: Referential, recorded: string): readonly Mistake[] {
  const present = new Set(idsOf(referential));
  return recorded.split('\n').flatMap((text, index) => {
    const withdrawn = text.startsWith('- ');
    const id = withdrawn ? text.slice(2) : text;
    if (id === '' || present.has(id) !== withdrawn) return [];
    const reason = withdrawn
      ? `« ${id} » a été retiré : un identifiant ne sert pas deux fois`
      : `« ${id} » a disparu : rétablissez-le, ou écrivez « - ${id} » s’il est retiré à dessein`;
    return [{ file: idsFile, line: index + 1, path: '', reason }];
  });
}

/** The record with the ids that are new, in order. */
export function recordIds(referential: Referential, recorded: string): string {
  const lines = recorded.split('\n').filter((line) => line !== '');
  const known = new Set(lines.map((line) => line.replace(/^- /, '')));
  const all = [...lines, ...idsOf(referential).filter((id) => !known.has(id))];
  const name = (line: string) => line.replace(/^- /, '');
  return `${all.sort((first, second) => (name(first) < name(second) ? -1 : 1)).join('\n')}\n`;
}
