type Content = Node | string;

/** An element with its attributes and what it holds; text is never read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** An icon of the design system, whose class is written whole. */
export function icon(name: string): HTMLElement {
  return make('span', { class: `${name} fr-icon--sm`, 'aria-hidden': 'true' });
}

/** The same words are not announced twice: what did not change is not written again. */
export function say(element: Element | null, words: string): void {
  if (element !== null && element.textContent !== words) element.textContent = words;
}
