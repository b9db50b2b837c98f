import { record } from '../audit/record.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { joiningProblem } from '../domain/enrolment/joining.ts';
import { RuleBroken } from '../domain/errors.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { refreshProgress } from '../subjects/progress.ts';
import type { SignedVisit } from '../web/visit.ts';

/** P4: the subject joins the démarche. Joined already, it stays as it is, and false is said: a form sent twice changes nothing. */
export async function enrol(
  { referential }: Pick<Deps, 'referential'>,
  transaction: Transaction,
  { actor, now, ip }: SignedVisit,
  subject: Subject,
  demarche: Demarche,
): Promise<boolean> {
  const problem = joiningProblem(demarche, subject);
  if (problem !== null) throw new RuleBroken('P4', problem);
  const { count } = await transaction.enrolment.createMany({
    data: [{ subjectId: subject.id, demarche: demarche.id, createdBy: actor.name, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await refreshProgress(transaction, referential, [subject.id], now);
  await record(transaction, {
    at: now,
    actor,
    ip,
    action: 'subject.enrolled',
    target: String(subject.reference),
    details: { demarche: demarche.title },
  });
  return true;
}
