import { both } from '../condition/condition.ts';
import type { Demarche, SubjectKind } from '../referential/demarche.ts';
import type { CriteriaQuestionnaire } from '../referential/questionnaire.ts';
import type { Referential } from '../referential/referential.ts';
import type { AskedScope } from './difference.ts';
import { scopesDecidedBy } from './of-form.ts';

/** A questionnaire, as each démarche that asks it of a subject shows and hides its criteria. */
export interface AskedQuestionnaire {
  readonly questionnaire: CriteriaQuestionnaire;
  readonly scopes: readonly AskedScope[];
}

/** The questionnaires of criteria that these démarches ask, in order. Where a whole questionnaire has a condition, so have its criteria. */
export function askedBy(
  referential: Pick<Referential, 'scope'>,
  demarches: readonly Demarche[],
  subject: SubjectKind,
): readonly AskedQuestionnaire[] {
  const all = new Map<string, AskedQuestionnaire>();
  for (const demarche of demarches) {
    for (const entry of demarche.entries.filter((one) => one.subject === subject)) {
      const scope = referential.scope(demarche.id, entry.questionnaire);
      if (scope === null) continue;
      const criteria = scope.criteria.map(({ criterion, when }) => ({ criterion, when: both(entry.when, when) }));
      const { questionnaire } = scope;
      const scopes = all.get(questionnaire.id)?.scopes ?? [];
      all.set(questionnaire.id, { questionnaire, scopes: [...scopes, { criteria }] });
    }
  }
  return [...all.values()];
}

/** The questionnaires that a form alone decides, whatever the démarche. */
export function decidedBy(
  referential: Pick<Referential, 'demarches' | 'scope'>,
  form: string,
): readonly AskedQuestionnaire[] {
  return [...scopesDecidedBy(referential, form)].map(([questionnaire, scopes]) => ({ questionnaire, scopes }));
}
