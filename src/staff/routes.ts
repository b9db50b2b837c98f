import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { createStaff } from './actions/create.ts';
import { inviteStaffAgain } from './actions/invite-again.ts';
import { listStaff } from './actions/list.ts';
import { removeStaffMember } from './actions/remove.ts';
import { showStaffMember } from './actions/show.ts';
import { newStaffSchema } from './schemas.ts';

export function staffRoutes(routes: Routes, deps: Deps): void {
  const creation = createStaff(deps);
  routes.get(paths.staff, 'staff.manage', listStaff(deps));
  routes.get(paths.newStaff, 'staff.manage', (visit) => creation.show(visit));
  routes.post(paths.newStaff, 'staff.manage', { schema: newStaffSchema, again: creation.show }, creation.create);
  routes.get(paths.staffMember, 'staff.manage', showStaffMember(deps));
  routes.post(paths.inviteStaffAgain, 'staff.manage', { schema: nothing }, inviteStaffAgain(deps));
  routes.post(paths.removeStaff, 'staff.manage', { schema: nothing }, removeStaffMember(deps));
}
