import type { Logger } from '../web/logs.ts';

export interface Loop {
  /** Now rather than at the next beat. */
  wake(): void;
  /** Now, and until nothing is left to do. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Repeats `step` until it has nothing more to do, at each beat. A failure is logged and tried again at the next one. */
export function startLoop(options: { name: string; everyMs: number; log: Logger; step: () => Promise<number> }): Loop {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;

  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        while (!stopped && (await options.step()) > 0);
      } catch (failure) {
        options.log.error({ loop: options.name, err: failure }, 'background work failed');
      }
    } while (again && !stopped);
    running = null;
  };
  const wake = (): void => {
    again = true;
    if (!stopped) running ??= run();
  };
  const beat = setInterval(wake, options.everyMs);
  beat.unref();
  return {
    wake,
    settle: async () => {
      wake();
      await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(beat);
      await running;
    },
  };
}
