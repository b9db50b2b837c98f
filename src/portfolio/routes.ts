import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { showPortfolio } from './actions.ts';

export function portfolioRoutes(routes: Routes, deps: Deps): void {
  routes.get(paths.portfolio, 'products.list', showPortfolio(deps));
}
