import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { staffActions } from './actions.ts';
import { newStaffSchema } from './schemas.ts';

export function staffRoutes(routes: Routes, deps: Deps): void {
  const act = staffActions(deps);
  routes.get(paths.staff, 'staff.manage', act.list);
  routes.get(paths.newStaff, 'staff.manage', (visit) => act.showNew(visit));
  routes.post(paths.newStaff, 'staff.manage', { schema: newStaffSchema, again: act.showNew }, act.create);
  routes.get(paths.staffMember, 'staff.manage', act.show);
  routes.post(paths.inviteStaffAgain, 'staff.manage', { schema: nothing }, act.inviteAgain);
  routes.post(paths.removeStaff, 'staff.manage', { schema: nothing }, act.remove);
}
