import { canonical } from './canonical.ts';
import type { Demarche } from './referential/demarche.ts';
import { questionsOf } from './referential/form.ts';
import type { Criterion, Questionnaire } from './referential/questionnaire.ts';
import { placedCriteria } from './referential/walk.ts';

/** What a new version changes, by criterion, document or question; each list holds codes. */
export interface VersionDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Other words, same meaning of the answers. */
  readonly reworded: readonly string[];
  /** Another recommended level, other answers to choose from, other proofs. */
  readonly relevelled: readonly string[];
  /** Shown in other cases. */
  readonly reconditioned: readonly string[];
}

/** An item in three parts, each compared as a whole. */
interface Item {
  readonly words: string;
  readonly levels: string;
  readonly when: string;
}

export function questionnaireDifference(before: Questionnaire, after: Questionnaire): VersionDifference {
  return difference(itemsOf(before), itemsOf(after));
}

/** Codes are "questionnaire/criterion"; "relevelled" says that the nature or the accepted levels changed. */
export function demarcheDifference(before: Demarche, after: Demarche): VersionDifference {
  return difference(requirementsOf(before), requirementsOf(after));
}

function difference(old: ReadonlyMap<string, Item>, now: ReadonlyMap<string, Item>): VersionDifference {
  const differing = (part: keyof Item) =>
    [...now].filter(([code, item]) => (old.get(code)?.[part] ?? item[part]) !== item[part]).map(([code]) => code);
  return {
    added: [...now.keys()].filter((code) => !old.has(code)),
    removed: [...old.keys()].filter((code) => !now.has(code)),
    reworded: differing('words'),
    relevelled: differing('levels'),
    reconditioned: differing('when'),
  };
}

function requirementsOf({ entries }: Demarche): ReadonlyMap<string, Item> {
  return new Map(
    entries.flatMap(({ questionnaire, title, requirements, when }) =>
      Object.entries(requirements).map(([code, { nature, accepted, when: own }]): [string, Item] => [
        `${questionnaire}/${code}`,
        item(title, [nature, accepted], [when, own]),
      ]),
    ),
  );
}

function itemsOf(questionnaire: Questionnaire): ReadonlyMap<string, Item> {
  switch (questionnaire.kind) {
    case 'form':
      return new Map(
        questionsOf(questionnaire).map(({ id, title, help, when, ...rest }) => {
          const options = 'options' in rest ? rest.options : [];
          return [
            id,
            item(
              [title, help, options.map((option) => [option.title, option.help])],
              [rest.kind, rest.required, options.map((option) => option.id)],
              when,
            ),
          ];
        }),
      );
    case 'deposit':
      return new Map(
        questionnaire.documents.map(({ code, when, deposit, container, ...words }) => [
          code,
          item(words, [deposit, container], when),
        ]),
      );
    default:
      return new Map(
        placedCriteria<Criterion>(questionnaire.sections).map(({ criterion, when }) => [
          criterion.code,
          criterionItem(criterion, when),
        ]),
      );
  }
}

function criterionItem(criterion: Criterion, when: unknown): Item {
  const proofs = criterion.scenarios.flatMap((scenario) =>
    scenario.proofs.map(({ id, once, when: asked }) => [id, once, asked]),
  );
  if (criterion.kind === 'compliance') {
    const { when: _, naOffered, ...words } = criterion;
    return item(words, [naOffered, proofs], when);
  }
  const { when: _, recommended, recommendedWhen, ...words } = criterion;
  return item(words, [recommended, recommendedWhen, words.na !== null, proofs], when);
}

function item(words: unknown, levels: unknown, when: unknown): Item {
  return { words: canonical(words), levels: canonical(levels), when: canonical(when) };
}
