/** So many at once, the others after them in the order in which they came. */
export interface Turns {
  /** Null when the turn did not come in time: nothing was done. */
  take<Result>(act: () => Promise<Result>): Promise<Result | null>;
}

export function openTurns({ most, patienceMs }: { readonly most: number; readonly patienceMs: number }): Turns {
  const waiting: (() => void)[] = [];
  let busy = 0;

  const comes = (): Promise<boolean> => {
    if (busy < most) {
      busy += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const start = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(start), 1);
        resolve(false);
      }, patienceMs);
      waiting.push(start);
    });
  };

  /** The place goes to the next one, who never has to look for it. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  };

  return {
    take: async (act) => {
      if (!(await comes())) return null;
      try {
        return await act();
      } finally {
        leave();
      }
    },
  };
}
