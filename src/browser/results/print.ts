/** « Imprimer » among the acts of the head; on paper, what is folded is read. */
export function offerPrinting(): void {
  const template = document.querySelector<HTMLTemplateElement>('template#imprimer');
  const button = template?.content.querySelector('button')?.cloneNode(true);
  if (!(button instanceof HTMLButtonElement)) return;
  button.addEventListener('click', () => window.print());
  acts().prepend(button);
  const folded = document.querySelectorAll<HTMLDetailsElement>('main details:not([open])');
  window.addEventListener('beforeprint', () => setOpen(folded, true));
  window.addEventListener('afterprint', () => setOpen(folded, false));
}

function acts(): Element {
  const known = document.querySelector('.cv-object__aside');
  if (known !== null) return known;
  const made = document.createElement('div');
  made.className = 'cv-object__aside';
  document.querySelector('.cv-object__row')?.append(made);
  return made;
}

function setOpen(folded: Iterable<HTMLDetailsElement>, open: boolean): void {
  for (const one of folded) one.open = open;
}
