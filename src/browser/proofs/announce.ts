let region: HTMLElement | null = null;

/** Said to screen readers, wherever the focus is; panels are replaced, this stays. */
export function announce(words: string): void {
  if (region === null) {
    region = document.createElement('p');
    region.className = 'fr-sr-only';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = words;
}
