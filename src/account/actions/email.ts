import type { z } from 'zod';
import { showDeadLink } from '../../accounts/dead-link.ts';
import { confirmEmail, emailChanged } from '../../accounts/mails.ts';
import { emailTaken, lockIdentifiers, takenIdentifiers } from '../../accounts/people.ts';
import { endLinks, type FoundToken, findToken, issueToken, useToken } from '../../accounts/tokens.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { emailKey } from '../../domain/accounts/identifiers.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { Invalid } from '../../domain/errors.ts';
import { formatDateTime } from '../../domain/french/dates.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit, Visit } from '../../web/visit.ts';
import { mustKnowPassword } from '../must-know-password.ts';
import { myself } from '../myself.ts';
import type { ownEmailSchema } from '../schemas.ts';
import { pendingEmail, saveEmail } from '../store.ts';

/** A token of CHANGE_EMAIL always holds the address asked for. */
type EmailToken = FoundToken & { readonly newEmail: string };

export function changeOwnEmail(deps: Deps) {
  const { prisma, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const { person } = await myself(prisma, visit);
    const pending = await pendingEmail(prisma, person.id, visit.now);
    render(
      visit,
      'account/email',
      {
        title: 'Changer d’adresse électronique',
        breadcrumb: [{ label: 'Mon compte', href: paths.account() }],
        refused,
      },
      {
        ...formModel(refused),
        action: paths.accountEmail(),
        present: person.email,
        pending:
          pending === null
            ? ''
            : `Un lien de confirmation a été envoyé à ${pending.newEmail ?? ''}. Il fonctionne jusqu’au ${formatDateTime(pending.expiresAt)}. Une nouvelle demande le remplace.`,
        backHref: paths.account(),
      },
    );
  };

  /** Nothing changes yet: the new address must answer first. */
  const ask = async (visit: SignedVisit, { email, currentPassword }: z.infer<typeof ownEmailSchema>): Promise<void> => {
    const { actor, now, ip } = visit;
    await mustKnowPassword(deps, visit, currentPassword);
    await inTransaction(prisma, async (transaction) => {
      const { person } = await myself(transaction, visit);
      if (emailKey(email) === emailKey(person.email))
        throw new Invalid([
          { field: 'email', message: 'C’est déjà l’adresse de votre compte : indiquez-en une autre.' },
        ]);
      await refuseTaken(transaction, person.id, person.login, email);
      const token = await issueToken(transaction, person.id, 'CHANGE_EMAIL', now, email);
      await deps.outbox.post(transaction, confirmEmail({ email, url: deps.absolute(paths.confirmEmail({ token })) }));
      await record(transaction, { at: now, actor, ip, action: 'account.emailAsked', target: person.login });
    });
    deps.mail.wake();
    say(
      visit.req,
      'info',
      'Consultez la messagerie de votre nouvelle adresse',
      `Un lien de confirmation vient d’être envoyé à ${email}. D’ici là, votre adresse ne change pas.`,
    );
    visit.res.redirect(303, paths.account());
  };

  const readToken = async (visit: Visit): Promise<EmailToken | null> => {
    const found = await findToken(prisma, String(visit.req.params.token), ['CHANGE_EMAIL'], visit.now);
    return found?.state === 'valid' && found.newEmail !== null ? { ...found, newEmail: found.newEmail } : null;
  };

  const tellDead = (visit: Visit): void =>
    showDeadLink(render, visit, {
      repair:
        'Votre adresse actuelle est indiquée sur la page « Mon compte ». Si ce n’est pas la bonne, demandez-y un nouveau lien.',
      link: { label: 'Ouvrir mon compte', href: paths.account() },
    });

  /** A page first: programs that read mails open the links, and must not change anything. */
  const showConfirm = async (visit: Visit, refused?: Refused): Promise<void> => {
    const token = await readToken(visit);
    if (token === null) return tellDead(visit);
    render(
      visit,
      'account/confirm-email',
      { title: 'Confirmer votre nouvelle adresse', refused },
      {
        ...formModel(refused),
        action: paths.confirmEmail({ token: String(visit.req.params.token) }),
        login: token.user.login,
        email: token.newEmail,
      },
    );
  };

  const confirm = async (visit: Visit): Promise<void> => {
    const { now, ip } = visit;
    const token = await readToken(visit);
    if (token === null) return tellDead(visit);
    const { user, newEmail } = token;
    const confirmed = await inTransaction(prisma, async (transaction) => {
      await refuseTaken(transaction, user.id, user.login, newEmail);
      if (!(await useToken(transaction, token.id, now))) return false;
      await saveEmail(transaction, user.id, newEmail);
      // What was sent to the former address opens nothing any more
      await endLinks(transaction, user.id, ['SET_PASSWORD', 'RESET_PASSWORD'], now);
      await deps.outbox.post(
        transaction,
        emailChanged({ email: user.email, newEmail, support: deps.config.supportEmail }),
      );
      const actor = { id: user.id, name: fullName(user), companyId: user.companyId };
      await record(transaction, { at: now, actor, ip, action: 'account.emailChanged', target: user.login });
      return true;
    });
    if (!confirmed) return tellDead(visit);
    deps.mail.wake();
    say(
      visit.req,
      'success',
      'Votre nouvelle adresse est confirmée',
      `Les messages de Convergence sont maintenant envoyés à ${newEmail}.`,
    );
    visit.res.redirect(303, visit.actor?.id === user.id ? paths.account() : paths.signIn());
  };

  return { show, ask, showConfirm, confirm };
}

/** A4: unique when it is asked for, and again when it is confirmed. */
async function refuseTaken(transaction: Transaction, userId: string, login: string, email: string): Promise<void> {
  await lockIdentifiers(transaction);
  const taken = await takenIdentifiers(transaction, { login, email }, { userId });
  if (taken.email) throw new Invalid([emailTaken]);
}
