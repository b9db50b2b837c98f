import type { Way } from './saving.ts';

interface Leaving {
  /** What waits is sent at once. */
  readonly hurry: () => void;
  readonly unsaved: () => readonly Way[];
  /** False where the browser refuses its storage. */
  readonly kept: boolean;
}

/**
 * Before the page goes, what waits is sent; leaving asks first where that would lose something: what could not be saved, or, without a
 * storage to keep it in, what is not acknowledged yet.
 */
export function guardLeaving({ hurry, unsaved, kept }: Leaving): void {
  window.addEventListener('beforeunload', (event) => {
    hurry();
    if (unsaved().some(({ kind }) => !kept || (kind !== 'waiting' && kind !== 'sending'))) event.preventDefault();
  });
  window.addEventListener('pagehide', hurry);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hurry();
  });
}
