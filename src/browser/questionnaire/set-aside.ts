import type { Layout } from './layout.ts';
import { say } from './markup.ts';
import type { Section } from './sections.ts';
import type { Sending } from './sending.ts';
import { followSwitches, type Switches, type SwitchStep } from './switches.ts';

/** Q5: what a section’s switch changes on the page: its reason is asked, its criteria leave, and come back as they were. */
export function followSections(
  form: HTMLFormElement,
  sections: readonly Section[],
  layout: Layout,
  { post, told }: { readonly post: Sending['post']; readonly told: (step: SwitchStep) => void },
): Switches {
  for (const button of form.querySelectorAll<HTMLElement>('[data-unscripted]')) button.hidden = true;
  for (const section of sections) {
    section.off?.addEventListener('change', () => {
      follow(section, layout);
      if (section.off?.checked === true) section.reason?.focus();
    });
  }
  return followSwitches(sections, form.dataset.switch ?? '', post, (step) => {
    if (step.savedAt !== null) sayWhen(step.section, step.savedAt);
    told(step);
  });
}

function follow({ id, element, off }: Section, layout: Layout): void {
  const aside = off?.checked === true;
  element.classList.toggle('cv-section--off', aside);
  const reason = detailsOf(element);
  if (reason !== null) {
    reason.open = aside;
    // What is not saved yet is not told as done.
    say(summaryOf(reason), aside ? 'Section non applicable' : 'Déclarer la section non applicable');
  }
  layout.foldSection(id, aside);
}

function sayWhen({ element, off }: Section, at: string): void {
  const reason = detailsOf(element);
  if (reason === null || off?.checked !== true) return;
  const words = `Section déclarée non applicable par vous, aujourd’hui à ${at}. La réactiver rétablit vos réponses.`;
  say(summaryOf(reason), words);
}

function detailsOf(element: HTMLElement): HTMLDetailsElement | null {
  return element.querySelector<HTMLDetailsElement>('details[data-reason]');
}

/** Its first words: what follows, for screen readers, names the section. */
function summaryOf(reason: HTMLDetailsElement): Element | null {
  const summary = reason.querySelector('summary');
  if (summary === null) return null;
  const words = summary.querySelector('[data-words]');
  if (words !== null) return words;
  const first = document.createElement('span');
  first.dataset.words = '';
  const text = summary.firstChild;
  if (text !== null) first.append(text);
  summary.prepend(first);
  return first;
}
