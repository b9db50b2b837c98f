import { type Criterion, criteriaOf } from './fields.ts';
import { asksForAll } from './filters.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Section, sectionsOf } from './sections.ts';
import { viewOf } from './view.ts';
import { work } from './work.ts';

/** What the scripts of the questionnaire’s page read and write. */
export interface Page {
  readonly form: HTMLFormElement;
  readonly kind: 'maturity' | 'compliance';
  readonly rail: HTMLElement | null;
  readonly criteria: ReadonlyMap<string, Criterion>;
  readonly sections: readonly Section[];
  readonly layout: Layout;
}

/** Without scripts the questionnaire is a form; each part here makes one thing of it pleasant. */
export function liven(form: HTMLFormElement): void {
  // A browser may bring back what was typed before: what is shown is what the server has, and what was kept is proposed.
  form.reset();
  const rail = form.querySelector<HTMLElement>('[data-rail]');
  const criteria = criteriaOf(form);
  if (asksForAll(rail, criteria.size)) return;
  const [first] = criteria.values();
  const kind = first?.kind ?? 'maturity';
  const page: Page = { form, kind, rail, criteria, sections: sectionsOf(form), layout: layoutOf(form, criteria) };
  const view = viewOf(page);
  if (form.dataset.locked === undefined) work(page, view);
  else view.draw(() => ({ kind: 'saved' }), new Set());
  view.begin();
}
