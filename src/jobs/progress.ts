import type { Deps } from '../deps.ts';
import { refreshStale } from '../enrolments/stale.ts';
import { type Loop, startLoop } from './loop.ts';

const HOUR_MS = 3_600_000;

/** A referential published by this start: what was counted under the one before is counted anew, without keeping anybody waiting. */
export function startProgress(deps: Deps): Loop {
  return startLoop({ name: 'progress', everyMs: HOUR_MS, log: deps.log, step: () => refreshStale(deps) });
}
