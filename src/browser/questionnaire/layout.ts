import { answerLine } from './answer-line.ts';
import type { Criterion } from './fields.ts';
import { make } from './markup.ts';

/** What is in sight: sections folded or not, answered criteria in one line or whole, and those that a filter keeps. */
export interface Layout {
  /** Brings a criterion, or whatever is in one or in a section, into sight, and the focus to it. */
  goTo(target: HTMLElement): void;
  foldSections(folded: boolean): void;
  readonly sectionsFolded: () => boolean;
  foldAnswered(codes: readonly string[]): void;
  /** Folds the sections where nothing is left, unless that is all of them. */
  foldComplete(left: ReadonlySet<string>): void;
  /** What the address names, once. */
  goToAddress(): void;
  /** Null: all. */
  keepOnly(codes: ReadonlySet<string> | null): void;
  /** Folds or unfolds one section. */
  foldSection(id: string, folded: boolean): void;
  /** The line of a folded criterion says what was answered meanwhile. */
  redraw(criterion: Criterion): void;
}

export function layoutOf(form: HTMLFormElement, criteria: ReadonlyMap<string, Criterion>): Layout {
  const sections = [...form.querySelectorAll<HTMLElement>('[data-section]')].map(sectionOf);
  const lines = new Map<string, HTMLElement>();
  let kept: ReadonlySet<string> | null = null;

  const arrange = (): void => {
    for (const [code, { article }] of criteria) {
      const out = kept !== null && !kept.has(code);
      const line = lines.get(code);
      article.hidden = out || line !== undefined;
      if (line !== undefined) line.hidden = out;
    }
    for (const { element } of sections) {
      const inside = [...element.querySelectorAll<HTMLElement>('[data-criterion]')];
      element.hidden = kept !== null && !inside.some(({ dataset }) => kept?.has(dataset.criterion ?? ''));
    }
  };
  const unfold = (code: string): void => {
    lines.get(code)?.remove();
    lines.delete(code);
    arrange();
  };
  const draw = (criterion: Criterion): void => {
    const line = answerLine(criterion, () => {
      unfold(criterion.code);
      focusOn(criterion.article);
    });
    lines.get(criterion.code)?.remove();
    lines.set(criterion.code, line);
    criterion.article.before(line);
  };
  const goTo = (target: HTMLElement): void => {
    const article = target.closest<HTMLElement>('[data-criterion]');
    const code = article?.dataset.criterion;
    if (kept !== null && code !== undefined && !kept.has(code)) kept = null;
    for (const section of sections) if (section.element.contains(target)) section.fold(false);
    if (code !== undefined) unfold(code);
    arrange();
    focusOn(target);
  };

  // The errors’ summary, the rail and addresses lead to what may be folded.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const target = link === null ? null : targetOf(form, link.hash);
    if (link === null || target === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    history.replaceState(history.state, '', link.hash);
    goTo(target);
  });
  window.addEventListener('hashchange', () => {
    const target = targetOf(form, location.hash);
    if (target !== null) goTo(target);
  });

  return {
    goTo,
    foldSections: (folded) => {
      for (const section of sections) section.fold(folded);
    },
    foldSection: (id, folded) => {
      sections.find(({ element }) => element.dataset.section === id)?.fold(folded);
    },
    sectionsFolded: () => sections.every(({ isFolded }) => isFolded()),
    foldAnswered: (codes) => {
      for (const code of codes) {
        const criterion = criteria.get(code);
        if (criterion !== undefined && !criterion.article.contains(document.activeElement)) draw(criterion);
      }
      arrange();
    },
    foldComplete: (left) => {
      if (left.size === 0) return;
      for (const { element, fold } of sections) {
        const inside = [...element.querySelectorAll<HTMLElement>('[data-criterion]')];
        if (!inside.some(({ dataset }) => left.has(dataset.criterion ?? ''))) fold(true);
      }
    },
    goToAddress: () => {
      const target = targetOf(form, location.hash);
      if (target !== null) goTo(target);
    },
    keepOnly: (codes) => {
      kept = codes;
      for (const section of sections) if (codes !== null) section.fold(false);
      arrange();
    },
    redraw: (criterion) => {
      if (!lines.has(criterion.code)) return;
      draw(criterion);
      arrange();
    },
  };
}

interface Section {
  readonly element: HTMLElement;
  readonly isFolded: () => boolean;
  readonly fold: (folded: boolean) => void;
}

/** Without scripts all is open: the button that folds is made here. A section set aside (Q5) stays closed. */
function sectionOf(element: HTMLElement): Section {
  const head = element.querySelector<HTMLElement>(':scope > .cv-section__head, :scope > .cv-nest__head');
  const body = element.querySelector<HTMLElement>(':scope > [data-body]');
  const title = head?.querySelector<HTMLElement>('[data-fold]') ?? null;
  const off = head?.querySelector<HTMLInputElement>('[data-switch]') ?? null;
  const about = [...(head?.querySelectorAll<HTMLElement>(':scope > .cv-section__aim:not([data-reason])') ?? [])];
  const drawing = head?.querySelector<HTMLElement>('[data-drawing]') ?? null;
  const button = make(
    'button',
    { type: 'button', 'aria-expanded': 'true', 'aria-controls': body?.id ?? '' },
    make('span', { class: 'fr-icon-arrow-right-s-line cv-fold', 'aria-hidden': 'true' }),
    make('span', {}, ...(title?.childNodes ?? [])),
  );
  title?.replaceChildren(button);
  const isFolded = (): boolean => button.getAttribute('aria-expanded') === 'false';
  const fold = (folded: boolean): void => {
    button.setAttribute('aria-expanded', String(!folded));
    for (const part of about) part.hidden = folded;
    // Where the section is open, its criteria say it all.
    drawing?.toggleAttribute('hidden', !folded);
    body?.toggleAttribute('hidden', folded || off?.checked === true);
  };
  button.addEventListener('click', () => fold(!isFolded()));
  fold(off?.checked === true);
  return { element, isFolded, fold };
}

/** A criterion, a section or a field of the form. */
function targetOf(form: HTMLFormElement, hash: string): HTMLElement | null {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  return target !== null && form.contains(target) && target.closest('[data-section]') !== null ? target : null;
}

/** A field is focused; a criterion or a section by its title, which is then read. */
function focusOn(target: HTMLElement): void {
  const field = target.matches('input, select, textarea, button, a[href]');
  const inner = field ? target : target.matches('fieldset') ? target.querySelector<HTMLElement>('input') : null;
  const title = inner ?? target.querySelector<HTMLElement>('h2, h3, h4, h5, h6') ?? target;
  if (inner === null) title.tabIndex = -1;
  target.closest('details')?.setAttribute('open', '');
  target.scrollIntoView({ block: 'start' });
  title.focus({ preventScroll: true });
}
