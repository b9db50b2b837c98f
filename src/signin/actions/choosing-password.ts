import type { z } from 'zod';
import { commonPasswords } from '../../accounts/common-passwords.ts';
import { showDeadLink } from '../../accounts/dead-link.ts';
import { passwordChanged } from '../../accounts/mails.ts';
import { changePassword, hashPassword } from '../../accounts/passwords.ts';
import { forgetAttempts } from '../../accounts/throttle.ts';
import { type FoundToken, findToken, useToken } from '../../accounts/tokens.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { loginKey } from '../../domain/accounts/identifiers.ts';
import { passwordProblems, passwordRule } from '../../domain/accounts/password.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { Invalid } from '../../domain/errors.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { Visit } from '../../web/visit.ts';
import type { choosePasswordSchema } from '../schemas.ts';

/** A3, A8: whoever has the private link of a mail chooses a password, the first one or another. */
export function choosingPassword(deps: Deps) {
  const { prisma, render } = deps;

  const tokenOf = (visit: Visit): Promise<FoundToken | null> =>
    findToken(prisma, String(visit.req.params.token), ['SET_PASSWORD', 'RESET_PASSWORD'], visit.now);

  const tellDead = (visit: Visit): void =>
    showDeadLink(render, visit, {
      repair:
        'Si vous avez déjà choisi votre mot de passe, connectez-vous. Sinon, demandez un nouveau lien : il vous est envoyé aussitôt.',
      link: { label: 'Demander un nouveau lien', href: paths.forgottenPassword() },
    });

  const show = async (visit: Visit, refused?: Refused): Promise<void> => {
    const token = await tokenOf(visit);
    if (token?.state !== 'valid') return tellDead(visit);
    const title =
      token.kind === 'SET_PASSWORD' ? 'Choisissez votre mot de passe' : 'Choisissez un nouveau mot de passe';
    render(
      visit,
      'signin/choose-password',
      { title, refused },
      {
        ...formModel(refused),
        action: paths.choosePassword({ token: String(visit.req.params.token) }),
        login: token.user.login,
        rule: passwordRule,
        first: token.kind === 'SET_PASSWORD',
      },
    );
  };

  const choose = async (visit: Visit, { password }: z.infer<typeof choosePasswordSchema>): Promise<void> => {
    const { now, ip } = visit;
    const found = await tokenOf(visit);
    if (found?.state !== 'valid') return tellDead(visit);
    const { user } = found;
    const problems = passwordProblems(password, user, await commonPasswords());
    if (problems.length > 0) throw new Invalid(problems.map((message) => ({ field: 'password', message })));
    const passwordHash = await hashPassword(password);
    const kept = await inTransaction(prisma, async (transaction) => {
      if (!(await useToken(transaction, found.id, now))) return false;
      await changePassword(transaction, user.id, { passwordHash, now });
      const actor = { id: user.id, name: fullName(user), companyId: user.companyId };
      await record(transaction, { at: now, actor, ip, action: 'password.chosen', target: user.login });
      if (found.kind === 'RESET_PASSWORD') {
        await deps.outbox.post(
          transaction,
          passwordChanged({ email: user.email, url: deps.absolute(paths.forgottenPassword()) }),
        );
      }
      return true;
    });
    if (!kept) return tellDead(visit);
    await forgetAttempts(prisma, 'signIn', loginKey(user.login));
    deps.mail.wake();
    visit.res.redirect(303, `${paths.signIn()}?fin=mot-de-passe`);
  };

  return { show, choose };
}
