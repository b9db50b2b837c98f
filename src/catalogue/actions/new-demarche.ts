import type { Deps } from '../../deps.ts';
import { startModel } from '../../products/start.ts';
import { joinedBy } from '../../subjects/joined.ts';
import { reachSubject } from '../../subjects/reach.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { trailOf } from '../head.ts';

/** P4: « Nouvelle démarche »: every one that a product may join, by parcours; those that it can't say why. */
export function showNewDemarche({ prisma, referential, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const { subject } = await reachSubject(prisma, visit, 'PRODUCT', 'enrol');
    render(
      visit,
      'catalogue/new-demarche',
      { title: 'Nouvelle démarche', breadcrumb: trailOf(subject) },
      {
        start: startModel(referential, subject, await joinedBy(prisma, referential, subject.id)),
        backHref: paths.product({ reference: subject.reference }),
      },
    );
  };
}
