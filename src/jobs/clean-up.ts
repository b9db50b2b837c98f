import { forgetEnded } from '../accounts/forget.ts';
import type { Deps } from '../deps.ts';
import { forgetMails } from '../mail/forget.ts';
import { purgeRequests } from '../requests/purge.ts';
import { type Loop, startLoop } from './loop.ts';
import { removeUnfinishedFiles } from './stray-files.ts';

const HOUR_MS = 3_600_000;

/** What the law or the CGU want gone goes by itself, within the hour. */
export function startCleanUp(deps: Deps): Loop {
  return startLoop({ name: 'clean-up', everyMs: HOUR_MS, log: deps.log, step: () => cleanUp(deps) });
}

/** Papers first, until none is left: nothing that fails after them keeps them. */
async function cleanUp(deps: Deps): Promise<number> {
  const purged = await purgeRequests(deps);
  if (purged > 0) return purged;
  await forgetEnded(deps.prisma, deps.clock());
  await forgetMails(deps);
  await removeUnfinishedFiles(deps);
  return 0;
}
