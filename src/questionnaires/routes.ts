import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { saveAnswer } from './actions/save.ts';
import { saveSchema } from './schemas.ts';

/** Which subject may be answered for, and whether one may validate, is asked of each (domain/answers/rights). */
export function questionnaireRoutes(routes: Routes, deps: Deps): void {
  routes.post(paths.saveAnswers, 'products.list', { schema: saveSchema }, saveAnswer(deps));
}
