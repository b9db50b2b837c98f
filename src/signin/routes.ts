import type { Deps } from '../deps.ts';
import { paths } from '../web/paths.ts';
import type { Routes } from '../web/router.ts';
import { nothing } from '../web/schemas.ts';
import { acceptingTerms } from './actions/accepting-terms.ts';
import { choosingPassword } from './actions/choosing-password.ts';
import { forgottenPassword } from './actions/forgotten.ts';
import { signingIn } from './actions/signing-in.ts';
import { acceptTermsSchema, choosePasswordSchema, forgottenSchema, signInSchema } from './schemas.ts';

export function signInRoutes(routes: Routes, deps: Deps): void {
  const signing = signingIn(deps);
  routes.get(paths.signIn, 'public', (visit) => signing.show(visit));
  routes.post(paths.signIn, 'public', { schema: signInSchema, again: signing.show }, signing.signIn);
  routes.post(paths.signOut, 'public', { schema: nothing }, signing.signOut);

  const forgotten = forgottenPassword(deps);
  routes.get(paths.forgottenPassword, 'public', (visit) => forgotten.show(visit));
  routes.post(paths.forgottenPassword, 'public', { schema: forgottenSchema, again: forgotten.show }, forgotten.send);

  const choosing = choosingPassword(deps);
  const { show: again } = choosing;
  routes.get(paths.choosePassword, 'public', (visit) => choosing.show(visit));
  routes.post(paths.choosePassword, 'public', { schema: choosePasswordSchema, again }, choosing.choose);

  const terms = acceptingTerms(deps);
  routes.get(paths.acceptTerms, 'beforeTerms', (visit) => terms.show(visit));
  routes.post(paths.acceptTerms, 'beforeTerms', { schema: acceptTermsSchema, again: terms.show }, terms.accept);
}
