import { applicabilityDifference } from '../../domain/applicability/difference.ts';
import { type DeclaredAnswers, profileOf } from '../../domain/profile/profile.ts';
import { storedDeclared } from '../../subjects/rows.ts';
import type { Writing } from './subjects.ts';

/** P5: another qualification, once questionnaires were answered: each of those that it changes is to be read again. */
export async function markToRead(
  { transaction, referential }: Writing,
  change: {
    readonly id: string;
    readonly before: DeclaredAnswers;
    readonly after: DeclaredAnswers;
    readonly since: Date;
    readonly by: string;
  },
): Promise<void> {
  const { id, since } = change;
  const [before, after] = [
    profileOf(referential.questions, change.before),
    profileOf(referential.questions, change.after),
  ];
  const enrolments = await transaction.enrolment.findMany({ where: { subjectId: id }, select: { demarche: true } });
  const responses = await transaction.response.findMany({
    where: { subjectId: id },
    distinct: ['questionnaire'],
    select: { questionnaire: true },
  });
  for (const { questionnaire } of responses) {
    const scopes = enrolments.flatMap(({ demarche }) => referential.scope(demarche, questionnaire) ?? []);
    const { appear, vanish } = applicabilityDifference(scopes, before, after, {});
    if (appear.length + vanish.length === 0) continue;
    await transaction.rereading.create({
      data: {
        subjectId: id,
        questionnaire,
        since,
        changedBy: change.by,
        appeared: appear.map(({ criterion }) => criterion.code),
        vanished: vanish.map(({ criterion }) => criterion.code),
      },
    });
  }
  await transaction.subject.update({
    where: { id },
    data: { declared: storedDeclared(change.after), qualifiedAt: since, revision: { increment: 1 } },
  });
}
