import type { Transaction } from '../database/transaction.ts';
import type { CopiedAnswer } from '../domain/subjects/copy.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import type { SignedVisit } from '../web/visit.ts';

/** P7: drafts of the copy; whoever copies signs them, now. Each answers the version that was answered. */
export async function copyAnswers(
  transaction: Transaction,
  { actor, now }: SignedVisit,
  original: Pick<Subject, 'id'>,
  copy: Pick<Subject, 'id'>,
  all: ReadonlyMap<string, readonly CopiedAnswer[]>,
): Promise<void> {
  const versions = await versionsOf(transaction, original.id);
  for (const { questionnaire, versionId } of versions) {
    const answers = all.get(questionnaire);
    if (answers === undefined) continue;
    await transaction.response.create({
      data: {
        subjectId: copy.id,
        questionnaire,
        versionId,
        startedAt: now,
        startedBy: actor.name,
        answers: {
          createMany: {
            data: answers.map(({ criterion, grade, comment }) => ({
              criterion,
              level: grade === 'na' ? null : grade,
              notApplicable: grade === 'na',
              comment,
              answeredAt: now,
              answeredById: actor.id,
              answeredBy: actor.name,
            })),
          },
        },
      },
    });
  }
}

/** P5: answers that are to be read again are so in the copy too. */
export async function copyRereadings(
  transaction: Transaction,
  original: Pick<Subject, 'id'>,
  copy: Pick<Subject, 'id'>,
): Promise<void> {
  const marks = await transaction.rereading.findMany({ where: { subjectId: original.id } });
  await transaction.rereading.createMany({ data: marks.map((mark) => ({ ...mark, subjectId: copy.id })) });
}

/** Of the draft, else of what was last validated. */
function versionsOf(transaction: Transaction, subjectId: string) {
  return transaction.response.findMany({
    where: { subjectId, act: 'EVALUATION' },
    distinct: ['questionnaire'],
    orderBy: [{ questionnaire: 'asc' }, { status: 'asc' }, { number: 'desc' }],
    select: { questionnaire: true, versionId: true },
  });
}
