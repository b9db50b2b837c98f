import type { Deps } from '../../deps.ts';
import { NotFound } from '../../domain/errors.ts';
import { type ReachedSubject, reachSubject } from '../../subjects/reach.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { demarchesOf } from '../demarches.ts';
import { peopleOf } from '../people.ts';
import { identificationOf, qualificationModel } from '../sheet.ts';
import { aroundOf } from '../store.ts';
import { eventModel } from '../words.ts';

/** The page of the strategy; while there is none, what it is and where it starts. */
export function showStrategy(deps: Deps) {
  const { prisma, referential, render } = deps;
  return async (visit: SignedVisit): Promise<void> => {
    const reached = await strategyOf(deps, visit);
    if (reached === null) {
      render(visit, 'catalogue/no-strategy', { title: 'Stratégie globale' }, { startHref: paths.newStrategy() });
      return;
    }
    const { subject } = reached;
    const around = await aroundOf(prisma, visit.actor, subject);
    render(
      visit,
      'catalogue/strategy',
      { title: 'Stratégie globale' },
      {
        text: `${subject.name} · ${subject.responsibleName}`,
        ...(await demarchesOf(deps, visit, reached)),
        identification: identificationOf(referential, reached, null),
        qualification: qualificationModel(referential, reached),
        people: peopleOf(reached),
        history: around.history.map((event) => eventModel(event, 'STRATEGY', visit.actor)),
      },
    );
  };
}

/** Whoever comes here may open it: what is not found is not there yet. */
function strategyOf({ prisma }: Deps, visit: SignedVisit): Promise<ReachedSubject | null> {
  return reachSubject(prisma, visit, 'STRATEGY', 'see').catch((failure: unknown) => {
    if (failure instanceof NotFound) return null;
    throw failure;
  });
}
