import type { Request } from 'express';
import { formatCount } from '../domain/french/numbers.ts';
import { counted } from '../domain/french/plural.ts';
import type { ListState } from './components/lists.ts';
import { queryText } from './visit.ts';

/** How a list was asked for; what the address says and means nothing here is left out. */
export interface Asked {
  readonly search: string;
  /** The column, and whether it goes down. */
  readonly sort: string;
  readonly descending: boolean;
  readonly page: number;
}

/** `defaultSort` may start with `-`, as in the address. */
export function asked(req: Request, sorts: readonly string[], defaultSort: string): Asked {
  const wanted = queryText(req, 'tri');
  const sort = sorts.includes(wanted.replace(/^-/, '')) ? wanted : defaultSort;
  const page = Number.parseInt(queryText(req, 'page'), 10);
  return {
    search: queryText(req, 'q').trim(),
    sort: sort.replace(/^-/, ''),
    descending: sort.startsWith('-'),
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** How many rows come before the page shown: one too far is the last one. */
export function rowsBefore(how: Pick<Asked, 'page'>, total: number, pageSize: number): number {
  return (Math.min(how.page, pagesOf(total, pageSize)) - 1) * pageSize;
}

function pagesOf(total: number, pageSize: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

/** What the pagination needs. */
export function pageState(how: Pick<Asked, 'page'>, total: number, pageSize: number) {
  return { page: rowsBefore(how, total, pageSize) / pageSize + 1, pages: pagesOf(total, pageSize) };
}

/** What the table component needs to link to the other pages and orders of the same list. */
export function listState(
  how: Asked,
  about: {
    path: string;
    searchLabel: string;
    /** What is counted, for one and for several. */
    things: readonly [one: string, several: string];
    total: number;
    pageSize: number;
    filters?: Readonly<Record<string, string>>;
  },
): ListState {
  const { path, searchLabel, things, total, pageSize, filters = {} } = about;
  const shown = Math.min(pageSize, total - rowsBefore(how, total, pageSize));
  return {
    path,
    searchLabel,
    filters,
    count: `${counted(shown, ...things)}${shown < total ? ` sur ${formatCount(total)}` : ''}`,
    search: how.search,
    sort: `${how.descending ? '-' : ''}${how.sort}`,
    ...pageState(how, total, pageSize),
  };
}
