import type { Layout } from './layout.ts';
import { say } from './markup.ts';

/** « Tout replier », « Tout déplier », and one line for each answered criterion: there only where scripts are. */
export function foldingButtons(form: HTMLFormElement, layout: Layout, answered: () => readonly string[]): void {
  const all = form.querySelector<HTMLElement>('[data-fold-all]');
  const lines = form.querySelector<HTMLElement>('[data-fold-answered]');
  const follow = (): void => say(all, layout.sectionsFolded() ? 'Tout déplier' : 'Tout replier');
  all?.addEventListener('click', () => {
    layout.foldSections(!layout.sectionsFolded());
    follow();
  });
  lines?.addEventListener('click', () => layout.foldAnswered(answered()));
  form.addEventListener('click', follow);
  all?.removeAttribute('hidden');
  lines?.removeAttribute('hidden');
  follow();
}
