import { applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import type { Grade } from '../../src/domain/referential/level.ts';
import type { Subject } from '../../src/domain/subjects/subject.ts';
import type { TestApp } from '../support/app.ts';

/** The same answer to every criterion that a démarche asks of this subject, by code. */
export function everyCriterion(
  { deps: { referential } }: TestApp,
  subject: Subject,
  demarche: string,
  questionnaire: string,
  grade: Grade,
): Readonly<Record<string, Grade>> {
  const scope = referential.scope(demarche, questionnaire);
  if (scope === null) throw new Error(`${demarche} does not ask ${questionnaire}`);
  const criteria = applicableCriteria(scope, profileOf(referential.questions, subject.declared));
  return Object.fromEntries(criteria.map(({ code }) => [code, grade]));
}
