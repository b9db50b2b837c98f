import type { z } from 'zod';
import { commonPasswords } from '../../accounts/common-passwords.ts';
import { passwordChanged } from '../../accounts/mails.ts';
import { changePassword, hashPassword } from '../../accounts/passwords.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { passwordProblems, passwordRule } from '../../domain/accounts/password.ts';
import { Invalid } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { startSession } from '../../web/session.ts';
import { hashOfSession } from '../../web/session-store.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { mustKnowPassword, notTheirPassword } from '../must-know-password.ts';
import type { ownPasswordSchema } from '../schemas.ts';

export function changeOwnPassword(deps: Deps) {
  const { prisma, render } = deps;

  const show = (visit: SignedVisit, refused?: Refused): void =>
    render(
      visit,
      'account/password',
      { title: 'Changer de mot de passe', breadcrumb: [{ label: 'Mon compte', href: paths.account() }], refused },
      {
        ...formModel(refused),
        action: paths.accountPassword(),
        login: visit.actor.login,
        rule: passwordRule,
        backHref: paths.account(),
      },
    );

  const save = async (
    visit: SignedVisit,
    { currentPassword, newPassword }: z.infer<typeof ownPasswordSchema>,
  ): Promise<void> => {
    const { actor, req, now, ip } = visit;
    const owner = await mustKnowPassword(deps, visit, currentPassword);
    const problems = passwordProblems(newPassword, owner, await commonPasswords());
    if (newPassword === currentPassword) problems.push('Choisissez un mot de passe différent de celui que vous avez.');
    if (problems.length > 0) throw new Invalid(problems.map((message) => ({ field: 'newPassword', message })));
    const passwordHash = await hashPassword(newPassword);
    const closed = await inTransaction(prisma, async (transaction) => {
      const from = { passwordHash: owner.passwordHash, sessionId: hashOfSession(req.sessionID) };
      const count = await changePassword(transaction, actor.id, { passwordHash, now, from });
      // Changed meanwhile, by whoever else knew it
      if (count === null) throw notTheirPassword();
      await deps.outbox.post(
        transaction,
        passwordChanged({ email: owner.email, url: deps.absolute(paths.forgottenPassword()) }),
      );
      await record(transaction, { at: now, actor, ip, action: 'password.changed', target: actor.login });
      return count;
    });
    deps.mail.wake();
    // A8: this session goes on under a new identifier
    if (!(await startSession(req, { id: actor.id, passwordHash }))) return visit.res.redirect(303, paths.signIn());
    say(req, 'success', 'Votre mot de passe est changé', closed === 0 ? '' : 'Vos autres sessions ont été fermées.');
    visit.res.redirect(303, paths.account());
  };

  return { show, save };
}
