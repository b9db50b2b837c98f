import type { Deps } from '../deps.ts';
import { isoDay } from '../domain/french/dates.ts';
import { asked, listState } from '../web/lists.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { queryText } from '../web/visit.ts';
import { eventRow } from './models.ts';
import { findEvents, PAGE_SIZE } from './store.ts';
import { families } from './words.ts';

const DAY_MS = 86_400_000;

export function auditRoutes(routes: Routes, { prisma, render }: Deps): void {
  routes.get(paths.audit, 'audit.read', async (visit) => {
    const how = asked(visit.req, ['date'], '-date');
    const family = queryText(visit.req, 'famille') in families ? queryText(visit.req, 'famille') : '';
    const from = dayOf(queryText(visit.req, 'du'));
    const lastDay = dayOf(queryText(visit.req, 'au'));
    const to = lastDay && new Date(lastDay.getTime() + DAY_MS);
    const { rows, total } = await findEvents(prisma, { family, from, to }, how);
    const filters = { famille: family, du: queryText(visit.req, 'du'), au: queryText(visit.req, 'au') };
    render(
      visit,
      'audit/list',
      { title: 'Journal' },
      {
        families: Object.entries(families).map(([value, label]) => ({ value, label })),
        family,
        search: how.search,
        from: filters.du,
        to: filters.au,
        path: paths.audit(),
        table: {
          caption: 'Événements, du plus récent au plus ancien',
          columns: ['Date', 'Auteur', 'Action', 'Objet', 'Adresse', 'Numéro'].map((label) => ({ label })),
          rows: rows.map(eventRow),
          empty: {
            title: 'Aucun événement ne correspond',
            text: 'Élargissez la période ou retirez un filtre.',
            action: { label: 'Tout afficher', href: paths.audit() },
          },
          list: listState(how, {
            path: paths.audit(),
            searchLabel: '',
            things: ['événement', 'événements'],
            total,
            pageSize: PAGE_SIZE,
            filters,
          }),
        },
      },
    );
  });
}

/** Midnight in Paris, whose offset depends on the day; null for what is no day. */
function dayOf(text: string): Date | null {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  const midnights = ['+02:00', '+01:00'].map((offset) => new Date(`${text}T00:00:00${offset}`));
  return midnights.find((date) => !Number.isNaN(date.getTime()) && isoDay(date) === text) ?? null;
}
