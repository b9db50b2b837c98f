import { drawCell } from './cells.ts';
import { followCurrent, nextLeft } from './current.ts';
import { filtersOf } from './filters.ts';
import { foldingButtons } from './folding-buttons.ts';
import { openWith } from './menus.ts';
import type { Page } from './page.ts';
import { type Progress, progressOf, sayCounts, sayProgress, sayProofs } from './progress.ts';
import { railOf } from './rail.ts';
import type { Way } from './saving.ts';
import { type Standing, standingOf } from './standing.ts';

export interface View {
  /** All that the page says of where each criterion stands. */
  draw(wayOf: (code: string) => Way, edited: ReadonlySet<string>): Progress;
  /** How the page is as one comes to it. */
  begin(): void;
}

export function viewOf(page: Page): View {
  const { form, kind, rail, criteria, sections, layout } = page;
  const cells = railOf(rail);
  const filters = filtersOf(rail, criteria, layout);
  const current = followCurrent(criteria, (code) => cells.at(code));
  const drawn = [...form.querySelectorAll<HTMLElement>('[data-drawn]')];
  const nexts = [...form.querySelectorAll<HTMLElement>('[data-next]')];
  const strip = rail?.querySelector<HTMLElement>('[data-open-rail]') ?? null;
  const closeStrip = rail === null || strip === null ? () => undefined : openWith(strip, rail);
  let standings: ReadonlyMap<string, Standing> = new Map();

  const complete = (): readonly string[] =>
    [...standings.values()].filter(({ lack, answer }) => lack === null && answer !== null).map(({ code }) => code);
  const left = (): ReadonlySet<string> =>
    new Set([...standings.values()].filter(({ lack }) => lack !== null).map(({ code }) => code));

  for (const next of nexts) {
    next.addEventListener('click', (event) => {
      const code = nextLeft([...criteria.keys()], left(), current());
      const criterion = code === null ? undefined : criteria.get(code);
      event.preventDefault();
      event.stopPropagation();
      if (criterion === undefined) return;
      closeStrip();
      layout.goTo(criterion.article);
    });
  }
  rail?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.cv-map a') !== null) closeStrip();
  });
  foldingButtons(form, layout, complete);

  return {
    draw: (wayOf, edited) => {
      const all = [...criteria.values()].map((one) => standingOf(one, sections, wayOf(one.code)));
      standings = new Map(all.map((standing) => [standing.code, standing]));
      const progress = progressOf(all);
      cells.draw(standings);
      for (const cell of drawn) {
        const standing = standings.get(cell.dataset.drawn ?? '');
        if (standing !== undefined) drawCell(cell, standing);
      }
      sayProgress(rail, kind, progress);
      sayCounts(rail, kind, sections, standings);
      sayProofs(rail, criteria, sections);
      filters.count(standings, edited);
      for (const next of nexts) next.hidden = progress.points === 0;
      return progress;
    },
    begin: () => {
      filters.begin();
      // What is complete takes one line; what is left, refused or to be settled is in sight.
      const open = new Set([...left(), ...disputed(criteria)]);
      layout.foldAnswered(complete().filter((code) => !open.has(code)));
      layout.foldComplete(open);
      layout.goToAddress();
    },
  };
}

/** Refused, sent back with a remark, or answered in two ways. */
function disputed(criteria: Page['criteria']): readonly string[] {
  return [...criteria.values()]
    .filter(({ article }) => article.matches('.cv-crit--error, :has([data-clash], .cv-remark)'))
    .map(({ code }) => code);
}
