import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { leavingProblem } from '../../domain/enrolment/joining.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import { demarcheIn } from '../../parcours/found.ts';
import { refreshProgress } from '../../subjects/progress.ts';
import { lockAndReach, reachAnySubject } from '../../subjects/reach.ts';
import { say } from '../../web/flash.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { isEnrolled, removeEnrolment } from '../store.ts';
import { enrolmentTitle } from '../words.ts';

/** A subject leaves a démarche: what it answered stays, and is there again if it comes back. */
export function leaveDemarche({ prisma, referential, render }: Deps) {
  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { parcours, demarche, breadcrumb } = demarcheIn(visit, referential);
    const { subject } = await reachAnySubject(prisma, visit, 'withdraw');
    if (!(await isEnrolled(prisma, subject.id, demarche.id))) throw notEnrolled();
    const place = { parcours: parcours.id, demarche: demarche.id, reference: subject.reference };
    const href = paths.enrolment(place);
    const title =
      subject.kind === 'STRATEGY' ? 'Retirer la stratégie globale de la démarche' : 'Retirer le produit de la démarche';
    render(
      visit,
      'enrolments/leave',
      { title, breadcrumb: [...breadcrumb, { label: enrolmentTitle(subject, demarche), href }], refused },
      {
        confirmation: {
          title: `Retirer ${citedSubject(subject)} de «\u00a0${demarche.title}\u00a0»\u00a0?`,
          consequences: [
            'La démarche ne figure plus dans le tableau de bord, et la page de la démarche ne montre plus cet objet.',
            'Les réponses, validées ou en brouillon, sont conservées\u00a0: elles valent toujours pour les autres démarches, et se retrouvent ici après une nouvelle inscription.',
          ],
          action: paths.leaveDemarche(place),
          submit: 'Retirer de la démarche',
          cancelHref: href,
        },
      },
    );
  };

  const leave = async (visit: SignedVisit): Promise<void> => {
    const { demarche, href } = demarcheIn(visit, referential);
    const { actor, now, ip } = visit;
    const { subject, left } = await inTransaction(prisma, async (transaction) => {
      const { subject } = await lockAndReach(transaction, visit, null, 'withdraw');
      const problem = leavingProblem(subject);
      if (problem !== null) throw new RuleBroken('P6', problem);
      const left = await removeEnrolment(transaction, subject.id, demarche.id);
      if (left) {
        await refreshProgress(transaction, referential, [subject.id], now);
        const details = { demarche: demarche.title };
        const target = String(subject.reference);
        await record(transaction, { at: now, actor, ip, action: 'subject.withdrawn', target, details });
      }
      return { subject, left };
    });
    if (left) {
      const who = subject.kind === 'STRATEGY' ? 'La stratégie globale' : citedSubject(subject);
      say(visit.req, 'success', `${who} n’est plus dans cette démarche`, 'Les réponses sont conservées.');
    }
    visit.res.redirect(303, href);
  };

  return { show, leave };
}

export function notEnrolled(): NotFound {
  return new NotFound('Cet objet n’est pas inscrit à cette démarche.');
}
