/** Seconds before each new try; the last goes on for ever. */
const PAUSES: readonly number[] = [3, 5, 10, 20, 30];

export interface Retrying {
  /** Something failed: try again later, unless that is planned already. */
  plan(): void;
  /** Nothing is left to try. */
  stop(): void;
}

/** Tries again by itself, less and less often; at once when the network is back or the page is looked at again. */
export function retryingOf(retry: () => void, counted: (seconds: number | null) => void): Retrying {
  let tries = 0;
  let left = 0;
  let clock: number | undefined;

  const now = (): void => {
    window.clearInterval(clock);
    clock = undefined;
    counted(null);
    retry();
  };
  const tick = (): void => {
    left -= 1;
    if (left <= 0) now();
    else counted(left);
  };
  const hurry = (): void => {
    if (clock !== undefined && document.visibilityState === 'visible') now();
  };
  window.addEventListener('online', hurry);
  window.addEventListener('focus', hurry);
  document.addEventListener('visibilitychange', hurry);

  return {
    plan: () => {
      if (clock !== undefined) return;
      left = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 30;
      tries += 1;
      counted(left);
      clock = window.setInterval(tick, 1_000);
    },
    stop: () => {
      tries = 0;
      window.clearInterval(clock);
      clock = undefined;
      counted(null);
    },
  };
}
