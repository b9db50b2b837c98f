import { acceptedGrades } from './applicability/applicable.ts';
import type { Condition } from './condition/condition.ts';
import type { Demarche, Entry, Nature } from './referential/demarche.ts';
import { compliant, type Grade, type Level } from './referential/level.ts';
import type { Criterion } from './referential/questionnaire.ts';
import type { Referential } from './referential/referential.ts';

/** What a démarche asks of a criterion, whoever answers: what the public library shows (Q10). */
export interface PublicRequirement {
  readonly demarche: Demarche;
  readonly nature: Nature;
  /** null: no level is required. */
  readonly accepted: readonly Grade[] | null;
  /** When this démarche asks it; null: always. */
  readonly when: Condition | null;
}

/** The démarches that ask a questionnaire, in the order of the screens. */
export function demarchesAsking(
  referential: Referential,
  questionnaire: string,
): readonly { demarche: Demarche; entry: Entry }[] {
  return referential.demarches.flatMap((demarche) => {
    const entry = demarche.entries.find((one) => one.questionnaire === questionnaire);
    return entry ? [{ demarche, entry }] : [];
  });
}

/** Q10: by criterion, what each démarche asks of it. A recommended level that depends on the profile is taken at its general value. */
export function publicRequirements(
  referential: Referential,
  questionnaire: string,
): ReadonlyMap<string, readonly PublicRequirement[]> {
  const all = new Map<string, PublicRequirement[]>();
  for (const { demarche } of demarchesAsking(referential, questionnaire)) {
    for (const { criterion, nature, accepted, when } of referential.scope(demarche.id, questionnaire)?.criteria ?? []) {
      const requirements = all.get(criterion.code) ?? [];
      all.set(criterion.code, requirements);
      const levels = accepted === null ? null : acceptedGrades(criterion, accepted, generalRecommendation(criterion));
      requirements.push({ demarche, nature, accepted: levels, when });
    }
  }
  return all;
}

function generalRecommendation(criterion: Criterion): Level {
  return criterion.kind === 'maturity' ? criterion.recommended : compliant;
}
