import type { Deps } from '../deps.ts';
import { mustAcceptCgu } from '../domain/accounts/person.ts';
import { can } from '../domain/accounts/rights.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Parcours } from '../domain/referential/parcours.ts';
import { enrolledIn } from '../enrolments/enrolled.ts';
import { kept } from '../library/kept.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import type { SignedVisit, Visit } from '../web/visit.ts';
import { demarchePage } from './demarche.ts';
import { demarcheIn, parcoursIn } from './found.ts';
import type { AccountLinks } from './models.ts';
import { parcoursPage } from './parcours.ts';

/** What the parcours and their démarches are for, readable by everybody; and, for a vendor, what is at work there. */
export function parcoursRoutes(routes: Routes, deps: Deps): void {
  const { referential, render, termsVersion } = deps;
  const parcoursModel = kept((parcours: Parcours) => parcoursPage(parcours, referential));
  const demarcheModel = kept((demarche: Demarche) => demarchePage(demarche, referential));

  routes.get(paths.parcours, 'public', (visit) => {
    const parcours = parcoursIn(visit, referential);
    render(
      visit,
      'parcours/parcours',
      { title: parcours.title },
      { ...parcoursModel(parcours), account: accountOf(visit) },
    );
  });

  routes.get(paths.demarche, 'public', async (visit) => {
    const { demarche, breadcrumb } = demarcheIn(visit, referential);
    const page = { title: demarche.title, breadcrumb: breadcrumb.slice(0, -1) };
    const presentation = demarcheModel(demarche);
    if (worksHere(visit, termsVersion)) {
      render(visit, 'parcours/at-work', page, { ...presentation, enrolled: await enrolledIn(deps, visit, demarche) });
    } else {
      render(visit, 'parcours/demarche', page, { ...presentation, account: accountOf(visit) });
    }
  });
}

/** A3: whoever has not accepted the CGU reads what everybody reads. */
function worksHere(visit: Visit, termsVersion: string): visit is SignedVisit {
  const { actor } = visit;
  return actor !== null && !mustAcceptCgu(actor, termsVersion) && can(actor, 'products.list');
}

function accountOf({ actor }: Visit): AccountLinks | null {
  return actor === null ? { signInHref: paths.signIn(), requestHref: paths.requestAccount() } : null;
}
