/** What one expects of the keyboard, and the design system (1.14) leaves out. */
export function addMissingKeys(): void {
  // Before the design system: it then finds the focus where it closes the window from.
  document.addEventListener('keydown', leaveField, { capture: true });
  document.addEventListener('keyup', followTab);
}

/** Escape closes a window; the design system does so from everywhere but its fields. */
function leaveField({ key, target }: KeyboardEvent): void {
  if (key !== 'Escape' || !(target instanceof HTMLInputElement)) return;
  target.closest<HTMLElement>('dialog.fr-modal--opened')?.querySelector<HTMLElement>('.fr-btn--close')?.focus();
}

/** The arrows choose another tab: the focus goes with it. */
function followTab({ target }: KeyboardEvent): void {
  if (!(target instanceof Element) || !target.matches('[role=tab][aria-selected=false]')) return;
  target.closest('[role=tablist]')?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
}
