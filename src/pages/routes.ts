import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { queryText } from '../web/visit.ts';
import { articleModel, faqModel, siteMapModel } from './models.ts';

export function pageRoutes(routes: Routes, { pages, render, config }: Deps): void {
  const articles = [
    [paths.terms, pages.terms],
    [paths.legal, pages.legal],
    [paths.accessibility, pages.accessibility],
    [paths.privacy, pages.privacy],
  ] as const;
  for (const [path, article] of articles) {
    routes.get(path, 'public', (visit) =>
      render(visit, 'pages/article', { title: article.title }, articleModel(article, config)),
    );
  }
  routes.get(paths.faq, 'public', (visit) => {
    render(visit, 'pages/faq', { title: pages.faq.title }, faqModel(pages, queryText(visit.req, 'q'), config));
  });
  routes.get(paths.siteMap, 'public', (visit) =>
    render(visit, 'pages/site-map', { title: 'Plan du site' }, siteMapModel(pages)),
  );
}
