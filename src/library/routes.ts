import type { Deps } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { sendWorkbook } from '../exports/workbook.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { queryText } from '../web/visit.ts';
import { questionnaireSheets } from './excel/sheets.ts';
import { openLibrary } from './library.ts';

/** Q10: readable by everybody, without an account. */
export function libraryRoutes(routes: Routes, { referential, assets, render }: Deps): void {
  const library = openLibrary(referential, assets);
  const back = { label: 'Questionnaires publics', href: paths.questionnaires() };
  const unknown = () => new NotFound('Ce questionnaire est introuvable\u00a0: il n’existe pas, ou il a changé de nom.');

  routes.get(paths.questionnaires, 'public', (visit) => {
    const query = queryText(visit.req, 'q').trim();
    render(visit, 'library/list', { title: back.label }, library.list(query));
  });

  routes.get(paths.questionnaire, 'public', (visit) => {
    const { req } = visit;
    const filter = { demarche: queryText(req, 'demarche'), query: queryText(req, 'q').trim() };
    const model = library.questionnaire(String(req.params.slug), filter);
    if (model === null) throw unknown();
    render(visit, 'library/questionnaire', { title: model.title, breadcrumb: [back] }, model);
  });

  routes.get(paths.questionnaireExcel, 'public', async ({ req, res }) => {
    const reading = library.reading(String(req.params.slug));
    if (reading === null) throw unknown();
    const { title, edition } = reading.questionnaire;
    const name = ['Convergence', title, edition].filter(Boolean).join(' - ');
    await sendWorkbook(res, name, questionnaireSheets(reading));
  });
}
