import type { Criterion } from './fields.ts';

/** The criterion that one is at: where the focus is, else what is read in the upper part of the window. */
export function followCurrent(criteria: ReadonlyMap<string, Criterion>, moved: (code: string) => void): () => string {
  let current = '';
  const move = (article: Element | null): void => {
    const code = article instanceof HTMLElement ? (article.dataset.criterion ?? '') : '';
    if (code === '' || code === current) return;
    criteria.get(current)?.article.classList.remove('cv-crit--now');
    criteria.get(code)?.article.classList.add('cv-crit--now');
    current = code;
    moved(code);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const seen = entries.find(({ isIntersecting }) => isIntersecting);
      if (seen !== undefined && document.activeElement?.closest('[data-criterion]') === null) move(seen.target);
    },
    { rootMargin: '-25% 0% -70% 0%' },
  );
  for (const { article } of criteria.values()) {
    observer.observe(article);
    article.addEventListener('focusin', () => move(article));
  }
  return () => current;
}

/** The next one left after this one in reading order, then from the beginning; null: none is. */
export function nextLeft(codes: readonly string[], left: ReadonlySet<string>, from: string): string | null {
  const place = codes.indexOf(from) + 1;
  return [...codes.slice(place), ...codes.slice(0, place)].find((code) => left.has(code)) ?? null;
}
