import type { Deps } from '../deps.ts';
import { countAnswered } from '../enrolments/stale.ts';
import { type Loop, startLoop } from './loop.ts';

const BEAT_MS = 2_000;

/** A save counts nothing: what many left is counted once, a second or two later, whether or not anybody looks at it. */
export function startCounting(deps: Deps): Loop {
  return startLoop({ name: 'counting', everyMs: BEAT_MS, log: deps.log, step: () => countAnswered(deps) });
}
