import type { Deps } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { counted } from '../domain/french/plural.ts';
import { matches } from '../domain/search.ts';
import { address, type EmptyProps } from '../web/components.ts';
import { type Asked, asked, listState, rowsBefore } from '../web/lists.ts';
import { paths } from '../web/paths.ts';
import { queryText, type SignedVisit } from '../web/visit.ts';
import { themeModel } from './aggregates.ts';
import { heatModel } from './heat.ts';
import { themeTabs } from './maturity.ts';
import type { HeatAxis } from './models.ts';
import { openObservatory } from './observatory.ts';
import { sortedRows } from './order.ts';
import { heatRows, scoreCounts } from './store.ts';
import { compared, type Theme, themeNamed } from './themes.ts';

const PAGE_SIZE = 50;

/** P6: the portfolio by axis and level, without what is archived. Three queries, and a fourth now and then. */
export function showPortfolio({ prisma, referential, render }: Deps) {
  const known = compared(referential);
  const observatory = known && openObservatory({ prisma }, known.demarche.id);
  return async (visit: SignedVisit): Promise<void> => {
    const { actor, req, now } = visit;
    const theme = known && themeNamed(known, queryText(req, 'theme'));
    if (!known || !observatory || !theme) throw new NotFound('La cartographie n’est pas ouverte.');
    const how = asked(req, ['produit', ...theme.axes.map(({ id }) => id)], 'produit');
    const scores = await scoreCounts(prisma, actor, known.demarche.id);
    const published = await observatory(now);
    const rows = await heatRows(prisma, actor, { demarche: known.demarche.id, questionnaire: theme.id });
    const found = rows.filter(({ reference, name, version }) => matches(how.search, String(reference), name, version));
    const before = rowsBefore(how, found.length, PAGE_SIZE);
    const shown = sortedRows(found, how).slice(before, before + PAGE_SIZE);

    const path = `${paths.portfolio()}#carte`;
    const kept = { theme: theme.id, tri: how.descending ? `-${how.sort}` : how.sort };
    const list = listState(how, {
      path,
      searchLabel: 'Référence ou nom',
      things: ['produit', 'produits'],
      total: found.length,
      pageSize: PAGE_SIZE,
      filters: { theme: theme.id },
    });
    render(
      visit,
      'portfolio/portfolio',
      { title: 'Cartographie' },
      {
        text: `${actor.companyName ?? ''} · ${counted(rows.length, 'produit inscrit', 'produits inscrits')} à «\u00a0${known.demarche.title}\u00a0». Un produit archivé n’y figure pas.`,
        themes: rows.length === 0 ? [] : known.themes.map((one) => themeModel(one, scores, published)),
        tabs: themeTabs(known, theme, path, { q: how.search }),
        theme: theme.title,
        search: { label: list.searchLabel, value: how.search, path, kept },
        heat: heatModel(known, theme, shown, sortOf(how, theme, path)),
        found: list.count,
        pages:
          list.pages > 1
            ? {
                page: list.page,
                pages: list.pages,
                path,
                query: { ...kept, q: how.search },
                label: 'Pagination\u00a0: produits',
              }
            : null,
        empty: shown.length > 0 ? null : rows.length === 0 ? nothingYet() : nothingFound(how.search, theme),
      },
    );
  };
}

/** The first click on an axis puts the lowest first: what is to be raised. */
function sortOf(how: Asked, theme: Theme, path: string): (column: string) => HeatAxis['sort'] {
  return (column) => {
    const order = how.sort !== column ? 'none' : how.descending ? 'descending' : 'ascending';
    const tri = order === 'ascending' ? `-${column}` : column;
    return { order, href: address(path, { theme: theme.id, q: how.search, tri }) };
  };
}

function nothingYet(): EmptyProps {
  return {
    title: 'Aucun de vos produits n’est encore comparé',
    text: 'La cartographie montre les produits inscrits à la démarche «\u00a0Évaluation et projection socles\u00a0», dès que l’une de leurs évaluations est validée.',
    action: { label: 'Voir vos produits', href: paths.products() },
  };
}

function nothingFound(search: string, { id }: Theme): EmptyProps {
  return {
    title: `Aucun produit ne correspond à «\u00a0${search}\u00a0»`,
    text: 'Cherchez par référence ou par le début d’un nom.',
    action: { label: 'Voir tous les produits', href: address(paths.portfolio(), { theme: id }) },
  };
}
