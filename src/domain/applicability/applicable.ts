import { holds } from '../condition/evaluate.ts';
import { type Fact, facts } from '../condition/facts.ts';
import type { Profile } from '../profile/profile.ts';
import { offeredGrades, recommendedLevel } from '../referential/criterion.ts';
import type { Accepted } from '../referential/demarche.ts';
import { type Grade, grades, type Level } from '../referential/level.ts';
import type { Criterion } from '../referential/questionnaire.ts';
import type { Scope, ScopedCriterion } from './scope.ts';

/** A criterion that this subject must answer in this démarche, with all that depends on its profile settled. */
export interface ApplicableCriterion extends Omit<ScopedCriterion, 'accepted'> {
  readonly code: string;
  readonly recommended: Level;
  /** null: no level is required, so it never prevents attainment (S2). */
  readonly accepted: readonly Grade[] | null;
}

/** In reading order. */
export function applicableCriteria(scope: Scope, profile: Profile): readonly ApplicableCriterion[] {
  return scope.criteria
    .filter(({ when }) => holds(when, profile))
    .map((scoped) => {
      const recommended = recommendedLevel(scoped.criterion, profile);
      return {
        ...scoped,
        code: scoped.criterion.code,
        recommended,
        accepted: scoped.accepted === null ? null : acceptedGrades(scoped.criterion, scoped.accepted, recommended),
      };
    });
}

/** Q1: the answers that made it appear; none for a criterion that everybody is shown. */
export function reasonsShown(criterion: Pick<ScopedCriterion, 'when'>, profile: Profile): readonly Fact[] {
  return criterion.when === null ? [] : facts(criterion.when, profile);
}

/** S3: "recommended" is the recommended level or better, or N/A; and N/A only ever where it is offered. */
export function acceptedGrades(criterion: Criterion, accepted: Accepted, recommended: Level): readonly Grade[] {
  const offered = offeredGrades(criterion);
  if (accepted === 'recommended') return offered.filter((grade) => grade === 'na' || grade >= recommended);
  return grades.filter((grade) => accepted.includes(grade) && offered.includes(grade));
}
