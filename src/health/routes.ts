import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';

export function healthRoutes(routes: Routes, { database, log }: Deps): void {
  // The process answers: nothing else is asked, or a database away would have every process restarted.
  routes.get(paths.alive, 'public', ({ res }) => {
    res.json({ status: 'ok' });
  });
  routes.get(paths.ready, 'public', async ({ res }) => {
    try {
      await database.ping();
      res.json({ status: 'ok' });
    } catch (failure) {
      log.error({ err: failure }, 'the database does not answer');
      res.status(503).json({ status: 'unavailable' });
    }
  });
}
