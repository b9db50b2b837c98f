import { record } from '../audit/record.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { formatList } from '../domain/french/list.ts';
import { toReread } from '../domain/subjects/requalification.ts';
import { canOn } from '../domain/subjects/rights.ts';
import { type Subject, type SubjectKind, subjectTitle } from '../domain/subjects/subject.ts';
import { notify } from '../notifications/notify.ts';
import { refreshProgress } from '../subjects/progress.ts';
import { lockAndReach, type ReachedSubject } from '../subjects/reach.ts';
import { markToReread } from '../subjects/rereading.ts';
import { typed } from '../web/typed.ts';
import type { SignedVisit } from '../web/visit.ts';
import { changedSince, conflictWords } from './conflict.ts';
import { placesOf } from './places.ts';
import { answersInLine, titleOf } from './preview.ts';
import type { Change } from './schemas.ts';
import { saveQualification } from './store.ts';
import { changesWanted, wantedIn } from './wanted.ts';

interface Requalified {
  readonly subject: Subject;
  /** `already`: these very answers were saved since the form was opened, as by a double click. */
  readonly outcome: 'saved' | 'already' | 'nothing';
  /** Titles of the questionnaires that are to be read again. */
  readonly reread: readonly string[];
}

/** P5: the answers become the subject's; what was answered to questionnaires is kept, and those that change are to be read again. */
export function requalify(
  { prisma, referential }: Deps,
  visit: SignedVisit,
  kind: SubjectKind,
  sent: Change,
): Promise<Requalified> {
  return inTransaction(prisma, async (transaction) => {
    const reached = await lockAndReach(transaction, visit, kind, 'edit');
    const { subject } = reached;
    const wanted = wantedIn(referential, subject, typed(sent));
    if (wanted.errors.length > 0) throw new Invalid(wanted.errors);
    if (wanted.answers.length === 0) {
      return { subject, outcome: sent.revision < subject.revision ? 'already' : 'nothing', reread: [] };
    }
    const { now, actor, ip } = visit;
    const meanwhile = await changedSince(transaction, visit, subject, sent.revision, 'qualification');
    if (meanwhile !== null) throw new Conflict(conflictWords(subject, 'qualification'));
    const changes = await changesWanted(transaction, referential, subject, wanted);
    const marks = toReread(changes);
    const reread = changes.filter(({ questionnaire }) => marks.has(questionnaire.id));
    const titles = reread.map(({ questionnaire }) => titleOf(questionnaire));
    await saveQualification(transaction, subject, wanted.declared, now);
    await markToReread(transaction, visit, subject.id, marks);
    await refreshProgress(transaction, referential, [subject.id], now);
    const details = {
      answers: answersInLine(wanted.answers),
      ...(titles.length > 0 && { rereading: formatList(titles) }),
    };
    const target = String(subject.reference);
    await record(transaction, { at: now, actor, ip, action: 'subject.qualified', target, details });
    await tellOthers(transaction, visit, reached, titles);
    return { subject, outcome: 'saved', reread: titles };
  });
}

/** A5: whoever else accesses it. */
async function tellOthers(
  transaction: Transaction,
  { actor }: SignedVisit,
  { subject, people }: ReachedSubject,
  reread: readonly string[],
): Promise<void> {
  const others = people.filter((person) => person.id !== actor.id && canOn(person, 'see', subject));
  if (others.length === 0) return;
  const what = subject.kind === 'STRATEGY' ? 'la stratégie globale' : subjectTitle(subject);
  await notify(
    transaction,
    others.map(({ id }) => id),
    {
      title: `La qualification de ${what} a changé`,
      body: `${actor.name} l’a modifiée.${reread.length > 0 ? ` À relire\u00a0: ${formatList(reread)}.` : ''}`,
      href: placesOf(subject).home,
    },
  );
}
