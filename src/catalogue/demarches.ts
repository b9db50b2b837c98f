import type { Deps } from '../deps.ts';
import { joiningProblem } from '../domain/enrolment/joining.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { canOn } from '../domain/subjects/rights.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { hasResults } from '../enrolments/card.ts';
import { matrixOf, sharedNotice } from '../enrolments/matrix.ts';
import { freshOf } from '../enrolments/stale.ts';
import type { ReachedSubject } from '../subjects/reach.ts';
import { progressStates } from '../subjects/words.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import type { DemarcheModel, JoinableModel, SheetModel } from './models.ts';

type Kept = Awaited<ReturnType<typeof freshOf>>[number];

/** « Démarches du produit » and those that it may join, P4. */
export async function demarchesOf(
  deps: Deps,
  { now }: SignedVisit,
  { subject, actor }: ReachedSubject,
): Promise<Pick<SheetModel, 'demarches' | 'shared' | 'joinable' | 'reference'>> {
  const { prisma, referential } = deps;
  const kept = await freshOf({ prisma, referential }, subject.id, now);
  const joined = kept.map(({ demarche }) => demarche);
  const shared = kept.flatMap((one) => {
    const demarche = referential.demarches.find(({ id }) => id === one.demarche);
    return demarche === undefined ? [] : (sharedNotice(referential, demarche, one) ?? []);
  });
  return {
    demarches: kept.flatMap((one) => demarcheModel(referential, subject, one)),
    shared: kept.length > 1 ? (shared[0] ?? null) : null,
    joinable: canOn(actor, 'enrol', subject) ? joinableBy(referential, subject, joined) : [],
    reference: String(subject.reference),
  };
}

/** One that is not published any more is not shown. */
function demarcheModel(referential: Referential, subject: Subject, kept: Kept): DemarcheModel[] {
  const demarche = referential.demarches.find(({ id }) => id === kept.demarche);
  if (demarche === undefined) return [];
  const place = { parcours: demarche.parcours, demarche: demarche.id, reference: subject.reference };
  const matrix = matrixOf(referential, demarche, subject, kept);
  return [
    {
      parcours: referential.parcours.find(({ id }) => id === demarche.parcours)?.title ?? '',
      title: demarche.title,
      href: paths.enrolment(place),
      state: progressStates[kept.state],
      resultsHref: hasResults(kept) ? paths.enrolmentResults(place) : null,
      matrix: {
        ...matrix,
        rows: matrix.rows.map(({ label, cells }) => ({
          label,
          cells: cells.map((cell) => cell && { ...cell, shared: '', validated: '' }),
        })),
      },
    },
  ];
}

/** Only those that take it in, by parcours. */
function joinableBy(referential: Referential, subject: Subject, joined: readonly string[]): readonly JoinableModel[] {
  const joinable = referential.demarches.filter(
    (demarche) => !joined.includes(demarche.id) && joiningProblem(demarche, subject) === null,
  );
  return referential.parcours
    .map(({ id, title }) => ({
      parcours: title,
      demarches: joinable
        .filter(({ parcours }) => parcours === id)
        .map((demarche) => ({
          title: demarche.title,
          action: paths.joinDemarche({ parcours: demarche.parcours, demarche: demarche.id }),
        })),
    }))
    .filter(({ demarches }) => demarches.length > 0);
}
