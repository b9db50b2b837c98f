import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { notificationActions } from './actions.ts';

export function notificationRoutes(routes: Routes, deps: Deps): void {
  const act = notificationActions(deps);
  routes.get(paths.notifications, 'notifications.read', act.list);
  routes.post(paths.readNotifications, 'notifications.read', { schema: nothing }, act.readAll);
  routes.post(paths.openNotification, 'notifications.read', { schema: nothing }, act.open);
}
