import { drawCell } from './cells.ts';
import { make } from './markup.ts';
import type { Standing } from './standing.ts';

export interface Rail {
  draw(standings: ReadonlyMap<string, Standing>): void;
  /** The criterion that one is at: marked, and its section with its titles. */
  at(code: string): void;
}

interface Cell {
  readonly link: HTMLAnchorElement;
  readonly item: HTMLElement | null;
  readonly title: string;
  readonly optional: boolean;
}

/** One cell a criterion: a square in the sections that are not in view, a square and its title in the one that is. */
export function railOf(rail: Element | null): Rail {
  const cells = new Map(
    [...(rail?.querySelectorAll<HTMLAnchorElement>('a[data-cell]') ?? [])].map((link) => [
      link.dataset.cell ?? '',
      cellOf(link),
    ]),
  );
  let drawn: ReadonlyMap<string, Standing> = new Map();
  let here: HTMLElement | null = null;

  const draw = (code: string): void => {
    const standing = drawn.get(code);
    const cell = cells.get(code);
    if (standing !== undefined && cell !== undefined) drawOne(cell, standing, cell.item === here && here !== null);
  };

  return {
    draw: (standings) => {
      drawn = standings;
      for (const code of cells.keys()) draw(code);
    },
    at: (code) => {
      const cell = cells.get(code);
      if (cell === undefined) return;
      const before = here;
      here = cell.item;
      for (const [other, { link }] of cells) {
        if (other === code) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
      if (before === here) return;
      before?.classList.remove('cv-map__here');
      here?.classList.add('cv-map__here');
      for (const [other, { item }] of cells) if (item === before || item === here) draw(other);
    },
  };
}

function cellOf(link: HTMLAnchorElement): Cell {
  const square = link.matches('.cv-cell') ? link : link.querySelector('.cv-cell');
  return {
    link,
    item: link.closest<HTMLElement>('.cv-map > li'),
    title: link.title || (link.textContent ?? '').trim(),
    optional: square?.classList.contains('cv-cell--opt') ?? false,
  };
}

function drawOne({ link, title, optional }: Cell, standing: Standing, titled: boolean): void {
  const shape = optional ? 'cv-cell cv-cell--opt' : 'cv-cell';
  link.closest('ul')?.classList.toggle('cv-cells', !titled);
  link.closest('ul')?.classList.toggle('cv-left', titled);
  if (titled) {
    const square = make('span', { class: shape, 'aria-hidden': 'true' });
    const words = drawCell(square, standing);
    link.className = '';
    link.removeAttribute('aria-label');
    link.removeAttribute('title');
    delete link.dataset.level;
    link.replaceChildren(square, make('span', {}, title, make('span', { class: 'fr-sr-only' }, `, ${words}`)));
    return;
  }
  if (!link.matches('.cv-cell')) link.replaceChildren();
  link.className = shape;
  link.title = title;
  link.setAttribute('aria-label', `${title}, ${drawCell(link, standing)}`);
}
