import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { requestValidation } from './actions/request.ts';
import { returnResponse } from './actions/return.ts';
import { saveAnswer } from './actions/save.ts';
import { showAnswers } from './actions/show.ts';
import { submitAnswers } from './actions/submit.ts';
import { switchSection } from './actions/switch.ts';
import { otherKinds } from './other-kinds.ts';
import { FORM_LIMIT, formSchema, requestSchema, returnSchema, saveSchema, switchSchema } from './schemas.ts';

/** Which subject may be answered for, and whether one may validate, is asked of each (domain/answers/rights). */
export function questionnaireRoutes(routes: Routes, deps: Deps): void {
  const request = requestValidation(deps);
  const back = returnResponse(deps);
  const others = otherKinds(deps);
  const show = showAnswers(deps, others);
  const { again, submit, validate } = submitAnswers(deps, others, show);

  routes.get(paths.answer, 'products.list', (visit) => show(visit));
  routes.post(paths.answer, 'products.list', { schema: formSchema, limit: FORM_LIMIT, again }, submit);
  routes.post(paths.switchSection, 'products.list', { schema: switchSchema }, switchSection(deps));
  routes.post(paths.saveAnswers, 'products.list', { schema: saveSchema }, saveAnswer(deps));
  routes.get(paths.requestValidation, 'products.list', (visit) => request.show(visit));
  routes.post(paths.requestValidation, 'products.list', { schema: requestSchema, again: request.show }, request.ask);
  routes.post(paths.validateResponse, 'products.list', { schema: nothing }, validate);
  routes.get(paths.returnResponse, 'products.list', (visit) => back.show(visit));
  routes.post(paths.returnResponse, 'products.list', { schema: returnSchema, again: back.show }, back.send);
}
