import type { Deps } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { checkPassword } from '../signin/strategy.ts';
import type { SignedVisit } from '../web/visit.ts';

/** A8: whoever finds a session open does not guess the password there: failures count with those of the sign-in. */
export async function mustKnowPassword(deps: Deps, { actor, ip }: SignedVisit, password: string) {
  const owner = await checkPassword(deps, actor.login, password, ip);
  if (owner !== null) return owner;
  throw notTheirPassword();
}

export function notTheirPassword(): Invalid {
  return new Invalid([
    { field: 'currentPassword', message: 'Ce n’est pas votre mot de passe actuel : saisissez-le de nouveau.' },
  ]);
}
