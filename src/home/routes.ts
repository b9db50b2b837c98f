import type { Deps } from '../deps.ts';
import { isStaff } from '../domain/accounts/person.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { showDashboard } from './actions/dashboard.ts';
import { showOffice } from './actions/office.ts';
import { showTasks } from './actions/tasks.ts';

export function homeRoutes(routes: Routes, deps: Deps): void {
  const { render, parcours } = deps;
  const [dashboard, office] = [showDashboard(deps), showOffice(deps)];

  routes.get(paths.home, 'public', (visit) => {
    render(
      visit,
      'home/home',
      { title: 'Accueil', breadcrumb: null },
      {
        signInHref: paths.signIn(),
        requestHref: paths.requestAccount(),
        faqHref: paths.faq(),
        parcours,
      },
    );
  });

  routes.get(paths.dashboard, 'signedIn', (visit) => (isStaff(visit.actor) ? office(visit) : dashboard(visit)));
  routes.get(paths.tasks, 'products.list', showTasks(deps));
}
