import type { ApplicableCriterion } from '../applicability/applicable.ts';
import { type Completion, criteriaCompletion } from '../completion.ts';
import type { Answered } from '../enrolment/work.ts';
import type { Profile } from '../profile/profile.ts';
import { withSwitchedSections } from '../sections.ts';

/** Q3: how complete a draft, or what was validated, is: sections switched to N/A answer for their criteria (Q5). */
export function answeredCompletion(
  criteria: readonly ApplicableCriterion[],
  answered: Answered,
  profile: Profile,
): Completion {
  const { answers, evidence } = withSwitchedSections(criteria, answered);
  return criteriaCompletion(criteria, answers, evidence, profile);
}
