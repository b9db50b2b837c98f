import { dependencies } from '../condition/condition.ts';
import type { Profile } from '../profile/profile.ts';
import type { CriteriaQuestionnaire } from '../referential/questionnaire.ts';
import type { Referential } from '../referential/referential.ts';
import { shownCodes } from './difference.ts';
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
  return [...scopesDecidedBy(referential, form)].map(([questionnaire, scopes]) => ({
    questionnaire,
    applicable: shownCodes(scopes, profile).size,
    total: new Set(scopes.flatMap(({ criteria }) => criteria.map(({ criterion }) => criterion.code))).size,
  }));
}

/** The questionnaires that a form alone decides, as each démarche that lets it asks them. */
export function scopesDecidedBy(
  { demarches, scope }: Pick<Referential, 'demarches' | 'scope'>,
  form: string,
): ReadonlyMap<CriteriaQuestionnaire, readonly Scope[]> {
  const all = new Map<CriteriaQuestionnaire, readonly Scope[]>();
  for (const { id, entries } of demarches) {
    for (const { questionnaire } of entries) {
      const asked = scope(id, questionnaire);
      if (asked === null || !isDecidedBy(form, asked)) continue;
      all.set(asked.questionnaire, [...(all.get(asked.questionnaire) ?? []), asked]);
    }
  }
  return all;
}

/** Its conditions read this form, and no other. */
function isDecidedBy(form: string, { criteria }: Scope): boolean {
  const read = criteria.flatMap(({ when }) => (when === null ? [] : dependencies(when)));
  return read.length > 0 && read.every((question) => question.startsWith(`${form}.`));
}
