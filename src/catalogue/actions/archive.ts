import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { subjectTitle } from '../../domain/subjects/subject.ts';
import { lockAndReach, reachSubject } from '../../subjects/reach.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { queryText, type SignedVisit } from '../../web/visit.ts';
import { FROM_CATALOGUE } from '../archiving.ts';
import type { archiveSchema } from '../schemas.ts';
import { saveArchived } from '../store.ts';
import type { showProduct } from './show.ts';

/** P6: a product is archived and brought back, at once: nothing of it is lost. */
export function archiveProduct(deps: Deps, show: ReturnType<typeof showProduct>) {
  const { prisma } = deps;

  const again = async (visit: SignedVisit, refused: Refused): Promise<void> => {
    await reachSubject(prisma, visit, 'PRODUCT', 'archive');
    await show(visit, refused);
  };

  const archive = async (visit: SignedVisit, { archived }: z.infer<typeof archiveSchema>): Promise<void> => {
    const { actor, now, ip, req, res } = visit;
    const { subject, done } = await inTransaction(prisma, async (transaction) => {
      const { subject } = await lockAndReach(transaction, visit, 'PRODUCT', 'archive');
      if ((subject.archivedAt !== null) === archived) return { subject, done: false };
      await saveArchived(transaction, subject.id, archived ? now : null);
      const action = archived ? 'subject.archived' : 'subject.restored';
      await record(transaction, { at: now, actor, ip, action, target: String(subject.reference) });
      return { subject, done: true };
    });
    if (done) {
      const name = `«\u00a0${subjectTitle(subject)}\u00a0»`;
      if (archived) say(req, 'success', `${name} est archivé`, kept);
      else
        say(req, 'success', `${name} est désarchivé`, 'Vous le retrouvez partout, avec ses réponses et ses démarches.');
    }
    const { reference } = subject;
    res.redirect(
      303,
      queryText(req, 'retour') === FROM_CATALOGUE.retour ? paths.products() : paths.product({ reference }),
    );
  };

  return { again, archive };
}

const kept =
  'Il quitte le tableau de bord, les démarches, la cartographie et les moyennes. Ses réponses et ses inscriptions sont conservées\u00a0: vous pouvez le désarchiver à tout moment.';
