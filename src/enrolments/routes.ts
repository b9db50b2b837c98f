import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { joinDemarche } from './actions/join.ts';
import { leaveDemarche } from './actions/leave.ts';
import { downloadResults } from './actions/results.ts';
import { showEnrolment } from './actions/show.ts';
import { joinSchema } from './schemas.ts';

/** Which product may be seen or acted upon is asked of each (domain/subjects/rights). */
export function enrolmentRoutes(routes: Routes, deps: Deps): void {
  const join = joinDemarche(deps);
  const leave = leaveDemarche(deps);

  // Before the address of a subject: « ajouter » is no reference.
  routes.get(paths.joinDemarche, 'products.list', (visit) => join.show(visit));
  routes.post(paths.joinDemarche, 'products.list', { schema: joinSchema, again: join.show }, join.join);
  routes.get(paths.enrolment, 'products.list', showEnrolment(deps));
  routes.get(paths.enrolmentResults, 'products.list', downloadResults(deps));
  routes.get(paths.leaveDemarche, 'products.list', (visit) => leave.show(visit));
  routes.post(paths.leaveDemarche, 'products.list', { schema: nothing }, leave.leave);
}
