import type { Deps } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Parcours } from '../domain/referential/parcours.ts';
import { kept } from '../library/kept.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import type { Visit } from '../web/visit.ts';
import { demarchePage } from './demarche.ts';
import type { AccountLinks } from './models.ts';
import { parcoursPage } from './parcours.ts';

/** What the parcours and their démarches are for, readable by everybody. */
export function parcoursRoutes(routes: Routes, { referential, render }: Deps): void {
  const parcoursModel = kept((parcours: Parcours) => parcoursPage(parcours, referential));
  const demarcheModel = kept((demarche: Demarche) => demarchePage(demarche, referential));

  const parcoursOf = ({ req }: Visit): Parcours => {
    const parcours = referential.parcours.find(({ id }) => id === req.params.parcours);
    if (!parcours) throw new NotFound('Ce parcours est introuvable.');
    return parcours;
  };

  routes.get(paths.parcours, 'public', (visit) => {
    const parcours = parcoursOf(visit);
    render(
      visit,
      'parcours/parcours',
      { title: parcours.title },
      { ...parcoursModel(parcours), account: accountOf(visit) },
    );
  });

  routes.get(paths.demarche, 'public', (visit) => {
    const parcours = parcoursOf(visit);
    const demarche = referential.demarches.find(
      (one) => one.parcours === parcours.id && one.id === visit.req.params.demarche,
    );
    if (!demarche) throw new NotFound('Cette démarche est introuvable.');
    const back = { label: parcours.title, href: paths.parcours({ parcours: parcours.id }) };
    const page = { title: demarche.title, breadcrumb: [back] };
    render(visit, 'parcours/demarche', page, { ...demarcheModel(demarche), account: accountOf(visit) });
  });
}

function accountOf({ actor }: Visit): AccountLinks | null {
  return actor === null ? { signInHref: paths.signIn(), requestHref: paths.requestAccount() } : null;
}
