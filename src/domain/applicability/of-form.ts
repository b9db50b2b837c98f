import { dependencies } from '../condition/condition.ts';
import { holds } from '../condition/evaluate.ts';
import type { Profile } from '../profile/profile.ts';
import type { CriteriaQuestionnaire, Criterion, Questionnaire } from '../referential/questionnaire.ts';
import { placedCriteria } from '../referential/walk.ts';

/** How many criteria of a questionnaire the answers to a form make applicable, of all that it holds. */
export interface MadeApplicable {
  readonly questionnaire: CriteriaQuestionnaire;
  readonly applicable: number;
  readonly total: number;
}

/** P3: what the answers to a form decide: the questionnaires whose conditions read it, and no other form. */
export function madeApplicable(
  questionnaires: Iterable<Questionnaire>,
  form: string,
  profile: Profile,
): readonly MadeApplicable[] {
  return [...questionnaires].filter(hasCriteria).flatMap((questionnaire) => {
    const conditions = placedCriteria<Criterion>(questionnaire.sections).map(({ when }) => when);
    const read = conditions.flatMap((when) => (when === null ? [] : dependencies(when)));
    if (read.length === 0 || read.some((question) => !question.startsWith(`${form}.`))) return [];
    const applicable = conditions.filter((when) => holds(when, profile)).length;
    return [{ questionnaire, applicable, total: conditions.length }];
  });
}

function hasCriteria(questionnaire: Questionnaire): questionnaire is CriteriaQuestionnaire {
  return questionnaire.kind === 'maturity' || questionnaire.kind === 'compliance';
}
