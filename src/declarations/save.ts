import { lockCompany } from '../accounts/company.ts';
import { openDraft } from '../answers/draft.ts';
import { mustBeAnswerable, type ReachedSheet, reachSheet } from '../answers/reach.ts';
import { record } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { Conflict } from '../domain/errors.ts';
import { formatList } from '../domain/french/list.ts';
import { toReread } from '../domain/subjects/requalification.ts';
import { answersInLine, titleOf } from '../initialisation/preview.ts';
import { refreshProgress } from '../subjects/progress.ts';
import { markToReread } from '../subjects/rereading.ts';
import { storedDeclared } from '../subjects/rows.ts';
import type { Typed } from '../web/typed.ts';
import type { SignedVisit } from '../web/visit.ts';
import { changesOfDeclaration, wantedDeclaration } from './wanted.ts';

export const bothChanged =
  'Quelqu’un a répondu autrement aux mêmes questions pendant que vous remplissiez ce formulaire.';

/** Q3, P5: the answers become the subject's, in a draft of the form; the questionnaires that they change are to be read again. */
export function saveDeclaration(
  { prisma, referential }: Deps,
  visit: SignedVisit,
  sent: Typed,
): Promise<{ readonly sheet: ReachedSheet; readonly reread: readonly string[] }> {
  return inTransaction(prisma, async (transaction) => {
    if (visit.actor.companyId !== null) await lockCompany(transaction, visit.actor.companyId);
    const sheet = await reachSheet(transaction, referential, visit);
    mustBeAnswerable(sheet);
    const wanted = wantedDeclaration(referential, sheet, sent);
    if (wanted.clashes.length > 0) throw new Conflict(bothChanged);
    if (wanted.answers.length === 0) return { sheet, reread: [] };
    const { subject, demarche } = sheet;
    const changes = await changesOfDeclaration(transaction, referential, sheet, wanted);
    const reread = changes.map(({ questionnaire }) => titleOf(questionnaire));
    await openDraft(transaction, visit, sheet);
    await transaction.subject.update({
      where: { id: subject.id },
      data: { declared: storedDeclared(wanted.declared) },
    });
    await markToReread(transaction, visit, subject.id, toReread(changes));
    await refreshProgress(transaction, referential, [subject.id], visit.now);
    const { actor, now, ip } = visit;
    const details = {
      demarche: demarche.title,
      form: sheet.title,
      answers: answersInLine(wanted.answers),
      ...(reread.length > 0 && { rereading: formatList(reread) }),
    };
    await record(transaction, {
      at: now,
      actor,
      ip,
      action: 'subject.declared',
      target: String(subject.reference),
      details,
    });
    return { sheet, reread };
  });
}
