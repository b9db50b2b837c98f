import { both, type Condition } from '../condition/condition.ts';
import type { Accepted, Entry, Nature, Requirement } from '../referential/demarche.ts';
import type {
  CriteriaQuestionnaire,
  Criterion,
  DepositDocument,
  DepositQuestionnaire,
  Section,
} from '../referential/questionnaire.ts';
import { placedCriteria } from '../referential/walk.ts';

/** A criterion as one démarche asks it. */
export interface ScopedCriterion {
  readonly criterion: Criterion;
  readonly sections: readonly Section[];
  readonly axis: string | null;
  readonly nature: Nature;
  readonly accepted: Accepted | null;
  readonly when: Condition | null;
}

/** A questionnaire as one démarche asks it: the criteria that it keeps, in reading order. */
export interface Scope {
  readonly questionnaire: CriteriaQuestionnaire;
  readonly criteria: readonly ScopedCriterion[];
}

export interface ScopedDocument {
  readonly document: DepositDocument;
  readonly nature: Nature;
  readonly when: Condition | null;
}

export function scopeOf(questionnaire: CriteriaQuestionnaire, entry: Entry): Scope {
  const criteria = placedCriteria<Criterion>(questionnaire.sections).flatMap(({ criterion, sections, axis, when }) => {
    const requirement = entry.requirements[criterion.code];
    if (!requirement) return [];
    const { nature, accepted } = requirement;
    return [{ criterion, sections, axis, nature, accepted, when: conditionIn(requirement, when) }];
  });
  return { questionnaire, criteria };
}

export function scopedDocuments(questionnaire: DepositQuestionnaire, entry: Entry): readonly ScopedDocument[] {
  return questionnaire.documents.flatMap((document) => {
    const requirement = entry.requirements[document.code];
    if (!requirement) return [];
    return [{ document, nature: requirement.nature, when: conditionIn(requirement, both(document.when)) }];
  });
}

function conditionIn(requirement: Requirement, own: Condition | null): Condition | null {
  return requirement.when === 'own' ? own : requirement.when;
}
