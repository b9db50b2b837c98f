import { matches } from '../../domain/search.ts';

/** `data-filter` around many boxes, with its label: a field that finds some. What is ticked stays in sight: nothing is given unseen. */
export function filterChoices(): void {
  for (const [index, group] of document.querySelectorAll<HTMLElement>('[data-filter]').entries()) {
    const input = document.createElement('input');
    input.id = `filtre-${index}`;
    input.type = 'search';
    input.className = 'fr-input';
    const label = document.createElement('label');
    label.htmlFor = input.id;
    label.className = 'fr-label';
    label.textContent = group.dataset.filter ?? '';
    const said = document.createElement('p');
    said.className = 'fr-hint-text';
    said.role = 'status';
    group.querySelector('legend')?.after(wrapped(label, input, said));

    input.addEventListener('input', () => show(group, input.value, said));
    // Enter finds; it does not send the form around.
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
  }
}

function wrapped(...parts: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'fr-fieldset__element';
  element.dataset.filterField = '';
  element.append(...parts);
  return element;
}

function show(group: HTMLElement, query: string, said: HTMLElement): void {
  const choices = [...group.querySelectorAll<HTMLElement>('.fr-fieldset__element:not([data-filter-field])')];
  let found = 0;
  for (const choice of choices) {
    const matched = matches(query, choice.textContent ?? '');
    if (matched) found += 1;
    choice.hidden = !matched && choice.querySelector('input:checked') === null;
  }
  said.textContent = query === '' ? '' : `${found} sur ${choices.length}`;
}
