import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { compareResponses } from './actions/compare.ts';
import { showCriterionHistory } from './actions/criterion.ts';
import { showPastResponse } from './actions/past.ts';
import { showResults } from './actions/show.ts';

/** Which subject's results may be read is asked of each (answers/reach). */
export function resultRoutes(routes: Routes, deps: Deps): void {
  routes.get(paths.results, 'products.list', showResults(deps));
  routes.get(paths.pastResponse, 'products.list', showPastResponse(deps));
  routes.get(paths.criterionHistory, 'products.list', showCriterionHistory(deps));
  routes.get(paths.compareResponses, 'products.list', compareResponses(deps));
}
