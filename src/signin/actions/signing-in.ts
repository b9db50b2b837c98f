import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { Invalid } from '../../domain/errors.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { forgottenByTheBrowser } from '../../web/headers.ts';
import { paths } from '../../web/paths.ts';
import { endSession, startSession } from '../../web/session.ts';
import { queryText, type Visit } from '../../web/visit.ts';
import type { signInSchema } from '../schemas.ts';
import type { Credentials } from '../store.ts';
import { signInStrategy } from '../strategy.ts';

const goodbyes: ReadonlyMap<string, { title: string; text: string }> = new Map([
  ['deconnexion', { title: 'Vous êtes déconnecté', text: 'À bientôt sur Convergence.' }],
  [
    'mot-de-passe',
    {
      title: 'Votre mot de passe est enregistré',
      text: 'Connectez-vous avec votre nom d’utilisateur et ce mot de passe.',
    },
  ],
]);

export function signingIn(deps: Deps) {
  const { prisma, render } = deps;
  const passport = signInStrategy(deps);

  const show = (visit: Visit, refused?: Refused): void => {
    if (visit.actor !== null && refused === undefined) {
      visit.res.redirect(303, paths.dashboard());
      return;
    }
    const back = refused?.typed.text('retour') ?? queryText(visit.req, 'retour');
    render(
      visit,
      'signin/sign-in',
      { title: 'Connexion', refused },
      {
        ...formModel(refused),
        back: localPath(back) ?? '',
        notice: goodbyes.get(queryText(visit.req, 'fin')) ?? null,
        action: paths.signIn(),
        forgottenHref: paths.forgottenPassword(),
        requestHref: paths.requestAccount(),
      },
    );
  };

  const authenticate = (visit: Visit): Promise<Credentials | null> =>
    new Promise((resolve, reject) => {
      const answer = (failure: unknown, person?: Credentials | false | null): void =>
        failure ? reject(failure) : resolve(person || null);
      passport.authenticate('local', { session: false }, answer)(visit.req, visit.res, reject);
    });

  const signIn = async (visit: Visit, values: z.infer<typeof signInSchema>): Promise<void> => {
    const person = await authenticate(visit);
    // A8: nor does the password open anything that was changed while it was checked
    if (person === null || !(await startSession(visit.req, person)))
      throw new Invalid([{ field: 'login', message: 'Le nom d’utilisateur ou le mot de passe est incorrect.' }]);
    await inTransaction(prisma, async (transaction) => {
      const actor = { id: person.id, name: fullName(person), companyId: person.companyId };
      await record(transaction, {
        at: visit.now,
        actor,
        ip: visit.ip,
        action: 'signin.succeeded',
        target: person.login,
      });
    });
    visit.res.redirect(303, localPath(values.retour ?? '') ?? paths.dashboard());
  };

  const signOut = async ({ req, res, actor, now, ip }: Visit): Promise<void> => {
    if (actor !== null) {
      await inTransaction(prisma, (transaction) =>
        record(transaction, { at: now, actor, ip, action: 'signin.ended', target: actor.name }),
      );
    }
    await endSession(req);
    forgottenByTheBrowser(res);
    res.redirect(303, `${paths.signIn()}?fin=deconnexion`);
  };

  return { show, signIn, signOut };
}

/** Only a path of ours: never another site, were it disguised (`//site`, `/\site`). */
function localPath(text: string): string | null {
  return /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : null;
}
