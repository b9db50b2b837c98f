import type { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { type Candidate, handOverCandidates } from '../../domain/accounts/hand-over.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { mustOn } from '../../domain/subjects/rights.ts';
import { subjectTitle } from '../../domain/subjects/subject.ts';
import { candidateChoices, candidateChosen } from '../../subjects/candidates.ts';
import { handOver } from '../../subjects/hand-over.ts';
import { lockAndReach, type ReachedSubject, reachSubject } from '../../subjects/reach.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { mustBeUnchanged } from '../conflict.ts';
import { trailOf } from '../head.ts';
import type { handOverSchema } from '../schemas.ts';

/** A7: another person becomes responsible of the product, and accesses it with that. */
export function handOverProduct({ prisma, render }: Deps) {
  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = await reachSubject(prisma, visit, 'PRODUCT', 'handOver');
    const { subject } = reached;
    const { reference } = subject;
    render(
      visit,
      'catalogue/hand-over',
      { title: 'Confier ce produit', breadcrumb: trailOf(subject), refused },
      {
        ...formModel(refused),
        action: paths.handOverProduct({ reference }),
        revision: String(subject.revision),
        responsible: subject.responsibleName,
        candidates: candidateChoices(candidatesFor(reached)),
        backHref: paths.product({ reference }),
      },
    );
  };

  const save = async (visit: SignedVisit, values: z.infer<typeof handOverSchema>): Promise<void> => {
    const { subject, to } = await inTransaction(prisma, async (transaction) => {
      const reached = await lockAndReach(transaction, visit, 'PRODUCT', 'see');
      const { subject, people } = reached;
      // Sent twice: whoever handed it over may not do it any more, and it is done
      if (people.find(({ id }) => id === subject.responsibleId)?.login === values.responsible)
        return { subject, to: null };
      mustOn(reached.actor, 'handOver', subject);
      await mustBeUnchanged(transaction, visit, subject, values.revision);
      const heir = candidateChosen(candidatesFor(reached), values.responsible, 'responsible');
      await handOver(transaction, visit, subject, heir);
      return { subject, to: heir };
    });
    if (to !== null) say(visit.req, 'success', `«\u00a0${subjectTitle(subject)}\u00a0» est confié à ${fullName(to)}`);
    visit.res.redirect(303, paths.product({ reference: subject.reference }));
  };

  return { show, save };
}

function candidatesFor({ actor, subject, people }: ReachedSubject): readonly Candidate[] {
  return handOverCandidates(actor, subject, subject.responsibleId, people);
}
