import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { downloadActions } from './actions/download.ts';
import { importActions } from './actions/import.ts';
import { bookField } from './schemas.ts';

/** Which subject may be read, and answered for, is asked of each (domain/answers/rights). */
export function workbookRoutes(routes: Routes, deps: Deps): void {
  const download = downloadActions(deps);
  routes.get(paths.downloadAnswers, 'products.list', download.answers);
  routes.get(paths.downloadPastResponse, 'products.list', download.past);

  const { show, opens, preview } = importActions(deps);
  routes.get(paths.importAnswers, 'products.list', (visit) => show(visit));
  routes.post(
    paths.importAnswers,
    'products.list',
    { schema: nothing, files: [bookField], again: show, opens },
    preview,
  );
}
