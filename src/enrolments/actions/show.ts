import type { Deps } from '../../deps.ts';
import { leavingProblem } from '../../domain/enrolment/joining.ts';
import { canOn } from '../../domain/subjects/rights.ts';
import type { Subject } from '../../domain/subjects/subject.ts';
import { demarcheIn } from '../../parcours/found.ts';
import { typeWords } from '../../products/summary.ts';
import { reachAnySubject } from '../../subjects/reach.ts';
import { progressStates } from '../../subjects/words.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { hasResults } from '../card.ts';
import { finishedWindow } from '../finished.ts';
import { matrixOf, sharedNotice } from '../matrix.ts';
import type { EnrolmentModel } from '../models.ts';
import { recapOf } from '../recap.ts';
import { freshOf } from '../stale.ts';
import type { Kept } from '../store.ts';
import { enrolmentTitle } from '../words.ts';
import { notEnrolled } from './leave.ts';

/** A subject in a démarche: its questionnaires, and what it was initialised with. */
export function showEnrolment(deps: Deps) {
  const { prisma, referential, render } = deps;
  return async (visit: SignedVisit): Promise<void> => {
    const { parcours, demarche, breadcrumb } = demarcheIn(visit, referential);
    const { subject, actor } = await reachAnySubject(prisma, visit, 'see');
    const all = await freshOf(deps, subject.id, visit.now);
    const kept = all.find((one) => one.demarche === demarche.id);
    if (kept === undefined) throw notEnrolled();
    const place = { parcours: parcours.id, demarche: demarche.id, reference: subject.reference };
    const resultsHref = hasResults(kept) ? paths.enrolmentResults(place) : null;
    const title = enrolmentTitle(subject, demarche);
    render(
      visit,
      'enrolments/show',
      { title, breadcrumb },
      {
        head: headOf(subject, title, `${parcours.title} · ${subject.responsibleName}`),
        archived: leavingProblem(subject),
        state: progressStates[kept.state],
        resultsHref,
        matrix: matrixOf(referential, demarche, subject, kept),
        shared: sharedNotice(referential, demarche, kept),
        finished: kept.doneAt === null ? null : finishedWindow(subject, demarche, resultsHref),
        ...recapOf(referential, subject),
        subjectHref: subject.kind === 'STRATEGY' ? paths.strategy() : paths.product({ reference: subject.reference }),
        others: othersOf(
          deps,
          subject,
          all.filter((one) => one !== kept),
        ),
        leaveHref:
          canOn(actor, 'withdraw', subject) && leavingProblem(subject) === null ? paths.leaveDemarche(place) : null,
      },
    );
  };
}

function headOf({ kind, name, reference, product }: Subject, title: string, where: string): EnrolmentModel['head'] {
  return {
    identity: kind === 'STRATEGY' ? `${name} n°\u00a0${reference}` : `Produit n°\u00a0${reference}`,
    type: product === null ? '' : typeWords[product.type],
    where,
    title,
  };
}

/** The other démarches of the subject, those that are still published. */
function othersOf({ referential }: Deps, { reference }: Subject, kept: readonly Kept[]): EnrolmentModel['others'] {
  return kept.flatMap(({ demarche: id, state }) => {
    const demarche = referential.demarches.find((one) => one.id === id);
    if (demarche === undefined) return [];
    const parcours = referential.parcours.find((one) => one.id === demarche.parcours);
    return [
      {
        parcours: parcours?.title ?? '',
        title: demarche.title,
        href: paths.enrolment({ parcours: demarche.parcours, demarche: id, reference }),
        state: progressStates[state],
      },
    ];
  });
}
