import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.ts';
import { canonical } from '../domain/canonical.ts';
import { type Asking, enrolmentItems, enrolmentProgress, type Item } from '../domain/enrolment/items.ts';
import { enrolmentMeans } from '../domain/enrolment/means.ts';
import type { Work } from '../domain/enrolment/work.ts';
import { type DeclaredAnswers, profileOf } from '../domain/profile/profile.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { type SubjectKind, subjectWords } from '../domain/subjects/subject.ts';
import { asDeclared } from './rows.ts';
import { workOf } from './work.ts';

interface Counted {
  readonly kind: SubjectKind;
  readonly declared: DeclaredAnswers;
}

/** How far a subject is in a démarche, with what it has answered until now. */
export function itemsOf(referential: Referential, demarche: Demarche, counted: Counted, work: Work): readonly Item[] {
  return enrolmentItems(referential, asking(referential, demarche, counted, work));
}

function asking(referential: Referential, demarche: Demarche, { kind, declared }: Counted, work: Work): Asking {
  const profile = profileOf(referential.questions, declared);
  return { demarche, subject: subjectWords[kind], profile, work };
}

/**
 * Computes anew, and keeps, how far these subjects are in each of their démarches, and their means. Called in the transaction of whatever
 * changes it: an enrolment, a qualification, an answer, a validation.
 */
export async function refreshProgress(
  transaction: Transaction,
  referential: Referential,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  // One at a time for a subject: two would write the same rows.
  await transaction.$executeRaw`
    SELECT 1 FROM "Enrolment" WHERE "subjectId" = ANY(${[...subjectIds]}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const enrolments = await transaction.enrolment.findMany({
    where: { subjectId: { in: [...subjectIds] } },
    include: { subject: { select: { kind: true, declared: true } } },
  });
  const works = await workOf(transaction, subjectIds);
  await transaction.axisMean.deleteMany({ where: { subjectId: { in: [...subjectIds] } } });
  for (const { id, subjectId, demarche: name, subject, doneAt } of enrolments) {
    const demarche = referential.demarches.find((one) => one.id === name);
    if (demarche === undefined) continue;
    const counted = { kind: subject.kind, declared: asDeclared(subject.declared) };
    const asked = asking(referential, demarche, counted, works.get(subjectId) ?? new Map());
    const items = enrolmentItems(referential, asked);
    const state = enrolmentProgress(items);
    await transaction.progressItem.deleteMany({ where: { enrolmentId: id } });
    await transaction.progressItem.createMany({
      data: items.map(({ closed, ...item }, position) => ({
        ...item,
        enrolmentId: id,
        position,
        closed: closed !== null,
      })),
    });
    await transaction.axisMean.createMany({
      data: enrolmentMeans(referential, asked).map((mean) => ({ ...mean, subjectId, demarche: name })),
    });
    await transaction.enrolment.update({
      where: { id },
      data: {
        state,
        computedFor: fingerprint(referential, demarche),
        doneAt: state === 'DONE' ? (doneAt ?? now) : null,
      },
    });
  }
}

const fingerprints = new WeakMap<Demarche, string>();

/** What the counts of a démarche depend on beside the subject: the démarche and what its questionnaires ask. */
export function fingerprint(referential: Referential, demarche: Demarche): string {
  const known = fingerprints.get(demarche);
  if (known !== undefined) return known;
  const asked = demarche.entries.map(({ questionnaire }) => referential.questionnaires.get(questionnaire));
  const made = createHash('sha256')
    .update(canonical([demarche, asked]))
    .digest('hex')
    .slice(0, 16);
  fingerprints.set(demarche, made);
  return made;
}
