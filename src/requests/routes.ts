import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { askingActions } from './actions/asking.ts';
import { decidingActions } from './actions/deciding.ts';
import { depositingActions } from './actions/depositing.ts';
import { examiningActions } from './actions/examining.ts';
import { approveSchema, askPapersSchema, askSchema, paperFiles, papersSchema, refuseSchema } from './schemas.ts';

export function requestRoutes(routes: Routes, deps: Deps): void {
  const asking = askingActions(deps);
  routes.get(paths.requestAccount, 'public', (visit) => asking.showForm(visit));
  routes.post(paths.requestAccount, 'public', { schema: askSchema, again: asking.showForm }, asking.ask);
  routes.get(paths.requestSent, 'public', asking.showSent);

  const depositing = depositingActions(deps);
  const files = Object.values(paperFiles);
  routes.get(paths.requestPapers, 'public', (visit) => depositing.show(visit));
  routes.post(
    paths.requestPapers,
    'public',
    { schema: papersSchema, files, again: depositing.show, opens: depositing.opens },
    depositing.deposit,
  );

  const examining = examiningActions(deps);
  routes.get(paths.requests, 'requests.list', examining.list);
  routes.get(paths.request, 'requests.examine', (visit) => examining.show(visit));
  routes.get(paths.requestPaper, 'requests.examine', examining.showPaper);

  const deciding = decidingActions(deps);
  const again = examining.show;
  routes.post(paths.approveRequest, 'requests.decide', { schema: approveSchema, again }, deciding.approve);
  routes.post(paths.refuseRequest, 'requests.decide', { schema: refuseSchema, again }, deciding.refuse);
  routes.post(paths.askPapersAgain, 'requests.decide', { schema: askPapersSchema, again }, deciding.askForPapers);
}
