import type { Deps } from '../deps.ts';
import { type PublishedAxes, publishedAxes } from './store.ts';

/** How old the Observatoire's means may be. */
export const FRESH_MS = 10 * 60_000;

interface Kept {
  readonly at: number;
  readonly axes: Promise<PublishedAxes>;
}

/**
 * P9: the means of what is published. They read the whole platform, so that they are kept in memory for ten minutes: whoever
 * comes meanwhile is answered at once, and several who come together wait for one query.
 */
export function openObservatory({ prisma }: Pick<Deps, 'prisma'>, demarche: string) {
  let kept: Kept | null = null;
  return async (now: Date): Promise<PublishedAxes> => {
    const age = kept === null ? Number.POSITIVE_INFINITY : now.getTime() - kept.at;
    if (kept === null || age < 0 || age >= FRESH_MS) {
      kept = { at: now.getTime(), axes: publishedAxes(prisma, demarche) };
    }
    const { axes } = kept;
    try {
      return await axes;
    } catch (failure) {
      // A failure is not kept: the next one asks again.
      if (kept?.axes === axes) kept = null;
      throw failure;
    }
  };
}
