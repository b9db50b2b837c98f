import { dependencies } from '../condition/condition.ts';
import { holds } from '../condition/evaluate.ts';
import type { Profile } from '../profile/profile.ts';
import type { CriteriaQuestionnaire } from '../referential/questionnaire.ts';
import type { Referential } from '../referential/referential.ts';
import type { Scope } from './scope.ts';

/** How many criteria of a questionnaire the answers to a form make applicable, of all that it may ask. */
export interface MadeApplicable {
  readonly questionnaire: CriteriaQuestionnaire;
  readonly applicable: number;
  readonly total: number;
}

/** P3: what the answers to a form decide, wherever it alone decides; by questionnaire, in the order of the démarches. */
export function madeApplicable(
  referential: Pick<Referential, 'demarches' | 'scope'>,
  form: string,
  profile: Profile,
): readonly MadeApplicable[] {
  const all = new Map<CriteriaQuestionnaire, Map<string, boolean>>();
  for (const scope of scopesOf(referential)) {
    if (!isDecidedBy(form, scope)) continue;
    const criteria = all.get(scope.questionnaire) ?? new Map<string, boolean>();
    all.set(scope.questionnaire, criteria);
    for (const { criterion, when } of scope.criteria) {
      criteria.set(criterion.code, criteria.get(criterion.code) === true || holds(when, profile));
    }
  }
  return [...all].map(([questionnaire, criteria]) => ({
    questionnaire,
    applicable: [...criteria.values()].filter(Boolean).length,
    total: criteria.size,
  }));
}

function scopesOf({ demarches, scope }: Pick<Referential, 'demarches' | 'scope'>): readonly Scope[] {
  return demarches.flatMap(({ id, entries }) => entries.flatMap(({ questionnaire }) => scope(id, questionnaire) ?? []));
}

/** Its conditions read this form, and no other. */
function isDecidedBy(form: string, { criteria }: Scope): boolean {
  const read = criteria.flatMap(({ when }) => (when === null ? [] : dependencies(when)));
  return read.length > 0 && read.every((question) => question.startsWith(`${form}.`));
}
