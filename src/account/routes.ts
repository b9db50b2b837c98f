import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { changeOwnEmail } from './actions/email.ts';
import { changeOwnPassword } from './actions/password.ts';
import { editOwnProfile } from './actions/profile.ts';
import { ownSessions } from './actions/sessions.ts';
import { showAccount } from './actions/show.ts';
import { ownEmailSchema, ownPasswordSchema, ownProfileSchema } from './schemas.ts';

export function accountRoutes(routes: Routes, deps: Deps): void {
  const profile = editOwnProfile(deps);
  const email = changeOwnEmail(deps);
  const password = changeOwnPassword(deps);
  const sessions = ownSessions(deps);

  routes.get(paths.account, 'account.own', showAccount(deps));
  routes.get(paths.accountProfile, 'account.own', (visit) => profile.show(visit));
  routes.post(paths.accountProfile, 'account.own', { schema: ownProfileSchema, again: profile.show }, profile.save);

  routes.get(paths.accountEmail, 'account.own', (visit) => email.show(visit));
  routes.post(paths.accountEmail, 'account.own', { schema: ownEmailSchema, again: email.show }, email.ask);
  routes.get(paths.confirmEmail, 'public', (visit) => email.showConfirm(visit));
  routes.post(paths.confirmEmail, 'public', { schema: nothing, again: email.showConfirm }, email.confirm);

  routes.get(paths.accountPassword, 'account.own', (visit) => password.show(visit));
  routes.post(paths.accountPassword, 'account.own', { schema: ownPasswordSchema, again: password.show }, password.save);

  routes.get(paths.accountSessions, 'account.own', sessions.list);
  routes.post(paths.revokeOtherSessions, 'account.own', { schema: nothing }, sessions.closeOthers);
  routes.post(paths.revokeSession, 'account.own', { schema: nothing }, sessions.closeOne);
}
