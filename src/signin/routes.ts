import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { signInActions } from './actions.ts';
import { acceptTermsSchema, choosePasswordSchema, forgottenSchema, signInSchema } from './schemas.ts';

export function signInRoutes(routes: Routes, deps: Deps): void {
  const act = signInActions(deps);
  routes.get(paths.signIn, 'public', (visit) => act.showSignIn(visit));
  routes.post(paths.signIn, 'public', { schema: signInSchema, again: act.showSignIn }, act.signIn);
  routes.post(paths.signOut, 'public', { schema: nothing }, act.signOut);

  routes.get(paths.forgottenPassword, 'public', (visit) => act.showForgotten(visit));
  routes.post(paths.forgottenPassword, 'public', { schema: forgottenSchema, again: act.showForgotten }, act.sendReset);
  routes.get(paths.choosePassword, 'public', (visit) => act.showChoosePassword(visit));
  routes.post(
    paths.choosePassword,
    'public',
    { schema: choosePasswordSchema, again: act.showChoosePassword },
    act.choosePassword,
  );

  routes.get(paths.acceptTerms, 'beforeTerms', (visit) => act.showTerms(visit));
  routes.post(paths.acceptTerms, 'beforeTerms', { schema: acceptTermsSchema, again: act.showTerms }, act.acceptTerms);
}
