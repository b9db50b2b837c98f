import type { Condition } from '../domain/condition/condition.ts';
import { offeredGrades } from '../domain/referential/criterion.ts';
import type { Requirement } from '../domain/referential/demarche.ts';
import type { Grade } from '../domain/referential/level.ts';
import type { Criterion, Questionnaire } from '../domain/referential/questionnaire.ts';
import { placedCriteria } from '../domain/referential/walk.ts';
import type { EntryFile, RequirementGroup } from './schemas/demarche.ts';
import { inside, type Mistake, mistakeAt, type Place } from './source.ts';

/** What a requirement is about: a criterion, or a type of document. */
interface Item {
  /** null: it is deposited, not graded. */
  readonly offered: readonly Grade[] | null;
  readonly when: Condition | null;
}

interface Citation {
  readonly codes: 'others' | readonly string[];
  /** null: left out of the démarche. */
  readonly as: Requirement | null;
  readonly place: Place;
}

/**
 * Each criterion is cited once, or falls under "others": nothing is forgotten, nothing is asked twice.
 * `checkOwn` is given the conditions that the démarche leaves to the questionnaire.
 */
export function requirementsOf(
  entry: EntryFile,
  questionnaire: Questionnaire,
  checkOwn: (when: Condition, place: Place) => void,
  place: Place,
  mistakes: Mistake[],
): Readonly<Record<string, Requirement>> {
  const items = itemsOf(questionnaire);
  const citations: readonly Citation[] = [
    ...entry.requirements.map((group, index) => ({
      codes: group.criteria,
      as: requirementOf(group),
      place: inside(place, 'requirements', index, 'criteria'),
    })),
    { codes: entry.excluded, as: null, place: inside(place, 'excluded') },
  ];

  const cited = new Map<string, Citation>();
  for (const citation of citations) {
    if (citation.codes === 'others') continue;
    citation.codes.forEach((code, index) => {
      const at = inside(citation.place, index);
      if (!items.has(code))
        mistakes.push(mistakeAt(at, `« ${code} » n’existe pas dans le questionnaire « ${questionnaire.id} »`));
      else if (cited.has(code)) mistakes.push(mistakeAt(at, `« ${code} » est cité deux fois`));
      else cited.set(code, { ...citation, place: at });
    });
  }
  const [others, again] = citations.filter(({ codes }) => codes === 'others');
  if (again) mistakes.push(mistakeAt(again.place, '« others » est écrit deux fois'));

  const requirements: Record<string, Requirement> = {};
  const forgotten: string[] = [];
  for (const [code, item] of items) {
    const citation = cited.get(code) ?? others;
    if (!citation) forgotten.push(code);
    else if (citation.as !== null) {
      requirements[code] = citation.as;
      if (citation.as.when === 'own' && item.when !== null) checkOwn(item.when, citation.place);
      const reason = wrongLevels(item, citation.as);
      if (reason) mistakes.push(mistakeAt(citation.place, `« ${code} » ${reason}`));
    }
  }
  if (forgotten.length > 0) {
    mistakes.push(
      mistakeAt(place, `ni demandés (requirements) ni laissés de côté (excluded) : ${forgotten.join(', ')}`),
    );
  }
  return requirements;
}

function wrongLevels({ offered }: Item, { accepted }: Requirement): string | null {
  if (accepted === null) return null;
  if (offered === null) return 'est un document à déposer : il n’a pas de niveaux acceptés';
  if (accepted === 'recommended' || accepted.some((grade) => offered.includes(grade))) return null;
  return `ne propose aucun des niveaux acceptés : ${accepted.join(', ')}`;
}

function requirementOf({ nature, accepted, when }: RequirementGroup): Requirement {
  return { nature, accepted, when: when === 'always' ? null : when };
}

function itemsOf(questionnaire: Questionnaire): ReadonlyMap<string, Item> {
  if (questionnaire.kind === 'form') return new Map();
  if (questionnaire.kind === 'deposit') {
    return new Map(questionnaire.documents.map(({ code, when }) => [code, { offered: null, when }]));
  }
  const criteria = placedCriteria<Criterion>(questionnaire.sections);
  return new Map(criteria.map(({ criterion, when }) => [criterion.code, { offered: offeredGrades(criterion), when }]));
}
