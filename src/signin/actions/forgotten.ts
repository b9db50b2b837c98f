import type { z } from 'zod';
import { passwordForgotten } from '../../accounts/mails.ts';
import { admit } from '../../accounts/throttle.ts';
import { endLinks, issueToken, newSecret } from '../../accounts/tokens.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { emailKey } from '../../domain/accounts/identifiers.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { Visit } from '../../web/visit.ts';
import type { forgottenSchema } from '../schemas.ts';
import { type Credentials, findByLoginOrEmail } from '../store.ts';
import { UNKNOWN_LOGIN } from '../strategy.ts';

/** Nobody has this identifier, nor reads this address. */
const NOBODY = {
  id: '00000000-0000-0000-0000-000000000000',
  login: UNKNOWN_LOGIN,
  email: 'personne@convergence.invalid',
};

/** A8: answers alike, after the same work, whoever is named: only the owner of the address learns whether there is an account. */
export function forgottenPassword(deps: Deps) {
  const { prisma, render, outbox } = deps;

  const show = (visit: Visit, refused?: Refused): void =>
    render(
      visit,
      'signin/forgotten',
      { title: 'Mot de passe oublié', refused },
      {
        ...formModel(refused),
        action: paths.forgottenPassword(),
        signInHref: paths.signIn(),
      },
    );

  const send = async (visit: Visit, { login }: z.infer<typeof forgottenSchema>): Promise<void> => {
    const { now, ip } = visit;
    if (await isAdmitted(visit, login)) {
      await inTransaction(prisma, async (transaction) => {
        const person = await findByLoginOrEmail(transaction, login);
        await (person === null ? writeToNobody(transaction, now) : writeTo(transaction, person, now));
        await record(transaction, {
          at: now,
          actor: person && { id: person.id, name: fullName(person), companyId: person.companyId },
          ip,
          action: 'password.forgotten',
          target: (person ?? NOBODY).login,
        });
      });
      deps.mail.wake();
    }
    showSent(visit);
  };

  /** Each is counted before it is judged: as many as are sent at once send no more mails than the limit. */
  const isAdmitted = async ({ now, ip }: Visit, login: string): Promise<boolean> => {
    const fromAddress = await admit(prisma, 'forgottenPasswordFromAddress', ip, now);
    if (fromAddress.refused !== null) return false;
    return (await admit(prisma, 'forgottenPassword', emailKey(login), now)).refused === null;
  };

  const writeTo = async (transaction: Transaction, person: Credentials, now: Date): Promise<void> => {
    const first = person.passwordHash === null;
    const secret = await issueToken(transaction, person.id, first ? 'SET_PASSWORD' : 'RESET_PASSWORD', now);
    await outbox.post(transaction, mailTo(person, secret, first));
  };

  /** As many writes as for somebody, of which nothing is left: the time that it takes tells nothing. */
  const writeToNobody = async (transaction: Transaction, now: Date): Promise<void> => {
    await endLinks(transaction, NOBODY.id, ['RESET_PASSWORD'], now);
    await outbox.takeBack(transaction, await outbox.post(transaction, mailTo(NOBODY, newSecret().secret, false)));
  };

  const mailTo = ({ email, login }: Pick<Credentials, 'email' | 'login'>, token: string, first: boolean) =>
    passwordForgotten({ email, login, url: deps.absolute(paths.choosePassword({ token })), first });

  const showSent = (visit: Visit): void =>
    render(
      visit,
      'message',
      { title: 'Consultez votre messagerie' },
      {
        kind: 'info',
        paragraphs: [
          'Si un compte correspond à ce que vous avez saisi, un message vient de lui être envoyé. Il contient un lien pour choisir un mot de passe.',
          'Rien dans quelques minutes ? Regardez parmi les courriers indésirables, puis vérifiez votre saisie.',
        ],
        link: { label: 'Retour à la connexion', href: paths.signIn() },
      },
    );

  return { show, send };
}
