import { forgetEnded } from '../accounts/forget.ts';
import type { Deps } from '../deps.ts';
import { purgeRequests } from '../requests/purge.ts';
import { type Loop, startLoop } from './loop.ts';

const HOUR_MS = 3_600_000;

/** What the law or the CGU want gone goes by itself, within the hour. */
export function startCleanUp(deps: Deps): Loop {
  return startLoop({
    name: 'clean-up',
    everyMs: HOUR_MS,
    log: deps.log,
    step: async () => (await forgetEnded(deps.prisma, deps.clock())) + (await purgeRequests(deps)),
  });
}
