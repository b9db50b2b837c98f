import { applicableCriteria } from '../applicability/applicable.ts';
import { askedEntries } from '../applicability/entries.ts';
import type { Referential } from '../referential/referential.ts';
import { type AxisScore, radar } from '../scoring.ts';
import type { Asking } from './items.ts';

export interface QuestionnaireMean extends AxisScore {
  readonly questionnaire: string;
}

/** S1: the means by axis of what was validated, as one démarche counts them. */
export function enrolmentMeans(
  referential: Referential,
  { demarche, subject, profile, work }: Asking,
): readonly QuestionnaireMean[] {
  return askedEntries(demarche, subject, profile).flatMap(({ questionnaire }) => {
    const scope = referential.scope(demarche.id, questionnaire);
    const validated = work.get(questionnaire)?.evaluation.validated;
    if (!scope || !validated) return [];
    return radar(applicableCriteria(scope, profile), validated.answers).map((score) => ({ questionnaire, ...score }));
  });
}
