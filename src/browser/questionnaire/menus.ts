/** A button that shows or hides what it controls; Escape and a click elsewhere hide it. */
export function openWith(button: HTMLElement, within: HTMLElement): () => void {
  const show = (open: boolean): void => button.setAttribute('aria-expanded', String(open));
  const isOpen = (): boolean => button.getAttribute('aria-expanded') === 'true';
  button.addEventListener('click', () => show(!isOpen()));
  within.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return;
    show(false);
    button.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (isOpen() && target instanceof Node && !within.contains(target)) show(false);
  });
  return () => show(false);
}
