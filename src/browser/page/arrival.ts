/** After each navigation the focus goes to what matters first: the errors, the news, then the heading. */
export function focusOnArrival(): void {
  const cameFromHere = document.referrer.startsWith(`${location.origin}/`);
  const first =
    document.querySelector<HTMLElement>('[data-arrival=errors]') ??
    document.querySelector<HTMLElement>('[data-arrival=news]') ??
    document.querySelector<HTMLElement>('main h1');
  if (first === null || location.hash !== '' || document.querySelector('[autofocus]') !== null) return;
  // On a first visit the reader starts at the top of the page, skip links included.
  if (!cameFromHere && first.dataset.arrival !== 'errors') return;
  first.tabIndex = -1;
  first.focus({ preventScroll: first.dataset.arrival === undefined });
}
