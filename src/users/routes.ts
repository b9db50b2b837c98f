import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { createUser } from './actions/create.ts';
import { deleteUser } from './actions/delete.ts';
import { handOverSubjects } from './actions/hand-over.ts';
import { inviteUserAgain } from './actions/invite-again.ts';
import { listUsers } from './actions/list.ts';
import { editUserProfile } from './actions/profile.ts';
import { editUserRights } from './actions/rights.ts';
import { showUser } from './actions/show.ts';
import { handOverSchema, newUserSchema, userProfileSchema, userRightsSchema } from './schemas.ts';

export function userRoutes(routes: Routes, deps: Deps): void {
  const creation = createUser(deps);
  const profile = editUserProfile(deps);
  const rights = editUserRights(deps);
  const handOver = handOverSubjects(deps);
  const deletion = deleteUser(deps);
  const show = showUser(deps);

  routes.get(paths.users, 'people.list', listUsers(deps));
  routes.get(paths.newUser, 'people.create', (visit) => creation.show(visit));
  routes.post(paths.newUser, 'people.create', { schema: newUserSchema, again: creation.show }, creation.create);

  routes.get(paths.user, 'people.list', (visit) => show(visit));
  routes.post(paths.inviteAgain, 'people.list', { schema: nothing, again: show }, inviteUserAgain(deps));
  routes.get(paths.userProfile, 'people.list', (visit) => profile.show(visit));
  routes.post(paths.userProfile, 'people.list', { schema: userProfileSchema, again: profile.show }, profile.save);
  routes.get(paths.userRights, 'people.list', (visit) => rights.show(visit));
  routes.post(paths.userRights, 'people.list', { schema: userRightsSchema, again: rights.show }, rights.save);

  routes.get(paths.handOver, 'people.list', (visit) => handOver.show(visit));
  routes.post(
    paths.handOver,
    'people.list',
    {
      schema: handOverSchema,
      again: (visit, refused) =>
        (refused.typed.text('next') === 'suppression' ? deletion.show : handOver.show)(visit, refused),
    },
    handOver.save,
  );
  routes.get(paths.deleteUser, 'people.list', (visit) => deletion.show(visit));
  routes.post(paths.deleteUser, 'people.list', { schema: nothing, again: deletion.show }, deletion.remove);
}
