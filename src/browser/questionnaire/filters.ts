import { type AnswerFilter, filtersMet } from '../../domain/answers/filters.ts';
import { counted } from '../../domain/french/plural.ts';
import { ALL, filterNames } from '../../questionnaires/page/filter-names.ts';
import type { Criterion } from './fields.ts';
import type { Layout } from './layout.ts';
import { make, say } from './markup.ts';
import type { Standing } from './standing.ts';

/** So that the page, loaded again, is filtered as it was. */
const IN_ADDRESS = 'filtre=';

export interface Filters {
  /** The filter of the address, once what is found is known. */
  begin(): void;
  /** By criterion, what it is found by now. */
  count(standings: ReadonlyMap<string, Standing>, edited: ReadonlySet<string>): void;
}

/** The filters of the rail, without reloading. What is in sight stays until another filter is chosen: nothing leaves under the hand. */
export function filtersOf(rail: Element | null, criteria: ReadonlyMap<string, Criterion>, layout: Layout): Filters {
  const links = [...(rail?.querySelectorAll<HTMLAnchorElement>('a[data-filter]') ?? [])];
  const said = make('p', { class: 'fr-sr-only', role: 'status' });
  rail?.querySelector('.cv-rail__filters')?.append(said);
  const atFirst = new Map([...criteria.values()].map(({ code, article }) => [code, article.dataset.filters ?? '']));
  let found: ReadonlyMap<string, readonly string[]> = new Map();

  const choose = (chosen: HTMLAnchorElement): void => {
    const name = chosen.dataset.filter ?? ALL;
    for (const link of links) {
      if (link === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const codes = [...found].filter(([, names]) => name === ALL || names.includes(name)).map(([code]) => code);
    layout.keepOnly(name === ALL ? null : new Set(codes));
    const [first] = criteria.values();
    const words =
      first?.kind === 'compliance'
        ? (['exigence affichée', 'exigences affichées'] as const)
        : (['critère affiché', 'critères affichés'] as const);
    said.textContent = counted(codes.length, words[0], words[1]);
    history.replaceState(history.state, '', name === ALL ? location.pathname : `#${IN_ADDRESS}${name}`);
  };

  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(link);
    });
  }

  return {
    begin: () => {
      const name = location.hash.slice(1).replace(IN_ADDRESS, '');
      const asked = links.find(({ dataset, hash }) => hash === '' && dataset.filter === name);
      if (asked !== undefined && location.hash.includes(IN_ADDRESS)) choose(asked);
    },
    count: (standings, edited) => {
      found = new Map(
        [...criteria.values()].map((criterion) => {
          const { code } = criterion;
          const standing = standings.get(code);
          const before = (atFirst.get(code) ?? '').split(' ');
          return [code, standing === undefined ? [] : namesOf(criterion, standing, before, edited.has(code))];
        }),
      );
      for (const { dataset } of links) {
        const name = dataset.filter ?? ALL;
        const count = [...found.values()].filter((names) => name === ALL || names.includes(name)).length;
        say(rail?.querySelector(`[data-filter-count="${name}"]`) ?? null, String(count));
      }
    },
  };
}

/**
 * Without scripts the server filters, and sends what it found; with them all is needed. True: the whole page is on its way, and will be
 * filtered the same.
 */
export function asksForAll(rail: Element | null, held: number): boolean {
  const all = rail?.querySelector<HTMLAnchorElement>(`a[data-filter="${ALL}"]`);
  const current = rail?.querySelector<HTMLElement>('a[data-filter][aria-current]');
  const cells = rail?.querySelectorAll('a[data-cell]').length ?? 0;
  if (all == null || current == null || current === all || held >= cells) return false;
  location.replace(`${all.href}#${IN_ADDRESS}${current.dataset.filter ?? ''}`);
  return true;
}

function namesOf(
  { kind, recommended, mandatory }: Criterion,
  { answer, lack, mark, section }: Standing,
  before: readonly string[],
  edited: boolean,
): readonly string[] {
  const was = (filter: AnswerFilter): boolean => before.includes(filter);
  const met = filtersMet(
    { kind, recommended, nature: mandatory ? 'MANDATORY' : 'OPTIONAL' },
    {
      // Q5: a section set aside answers for it.
      answer: section === null ? answer : { kind: 'na' },
      missing: lack === null ? [] : [{ kind: lack }],
      // What was validated is not in the page: what is edited here counts as changed.
      changed: was('changed') || edited,
      disputed: mark === 'conflict' || mark === 'error' || mark === 'remark' || (was('toCorrect') && !edited),
    },
  );
  return met.map((filter) => filterNames[filter]);
}
