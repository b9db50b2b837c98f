import type { z } from 'zod';
import { commonPasswords } from '../accounts/common-passwords.ts';
import { passwordChanged, passwordForgotten } from '../accounts/mails.ts';
import { hashPassword } from '../accounts/passwords.ts';
import { closeSessions } from '../accounts/sessions.ts';
import { countAttempt, forgetAttempts, throttledUntil } from '../accounts/throttle.ts';
import { endLinks, type FoundToken, findToken, issueToken, useToken } from '../accounts/tokens.ts';
import { record } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { emailKey, loginKey } from '../domain/accounts/identifiers.ts';
import { passwordProblems, passwordRule } from '../domain/accounts/password.ts';
import { fullName, mustAcceptCgu } from '../domain/accounts/person.ts';
import { Invalid } from '../domain/errors.ts';
import { formatDate } from '../domain/french/dates.ts';
import { articleModel } from '../pages/models.ts';
import { formModel, type Refused } from '../web/forms.ts';
import { paths } from '../web/paths.ts';

import { endSession, startSession } from '../web/session.ts';
import { queryText, type SignedVisit, type Visit } from '../web/visit.ts';
import type { acceptTermsSchema, choosePasswordSchema, forgottenSchema, signInSchema } from './schemas.ts';
import { type Credentials, findByLoginOrEmail, keepAcceptance, keepPassword } from './store.ts';
import { signInStrategy } from './strategy.ts';

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

export function signInActions(deps: Deps) {
  const { prisma, render } = deps;
  const passport = signInStrategy(deps);

  const showSignIn = (visit: Visit, refused?: Refused): void => {
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
    if (person === null)
      throw new Invalid([{ field: 'login', message: 'Le nom d’utilisateur ou le mot de passe est incorrect.' }]);
    await startSession(visit.req, person.id);
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
    res.redirect(303, `${paths.signIn()}?fin=deconnexion`);
  };

  const showForgotten = (visit: Visit, refused?: Refused): void =>
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

  /** Answers alike whoever is named: only the owner of the address learns whether there is an account (A8). */
  const sendReset = async (visit: Visit, values: z.infer<typeof forgottenSchema>): Promise<void> => {
    const { now, ip } = visit;
    const key = emailKey(values.login);
    const refusedBefore =
      (await throttledUntil(prisma, 'forgottenPassword', key, now)) ??
      (await throttledUntil(prisma, 'forgottenPasswordFromAddress', ip, now));
    if (refusedBefore === null) {
      await countAttempt(prisma, 'forgottenPassword', key, now);
      await countAttempt(prisma, 'forgottenPasswordFromAddress', ip, now);
      await inTransaction(prisma, async (transaction) => {
        const person = await findByLoginOrEmail(transaction, values.login);
        if (person === null) return;
        const secret = await issueToken(
          transaction,
          person.id,
          person.hasPassword ? 'RESET_PASSWORD' : 'SET_PASSWORD',
          now,
        );
        const url = deps.absolute(paths.choosePassword({ token: secret }));
        await deps.outbox.post(
          transaction,
          passwordForgotten({ email: person.email, login: person.login, url, first: !person.hasPassword }),
        );
        const actor = { id: person.id, name: fullName(person), companyId: person.companyId };
        await record(transaction, { at: now, actor, ip, action: 'password.forgotten', target: person.login });
      });
      deps.mail.wake();
    }
    render(
      visit,
      'message',
      { title: 'Consultez votre messagerie' },
      {
        kind: 'info',
        paragraphs: [
          'Si un compte correspond à ce que vous avez saisi, un message vient de lui être envoyé. Il contient un lien pour choisir un mot de passe.',
          'Rien dans quelques minutes ? Regardez parmi les courriers indésirables, puis vérifiez votre saisie.',
        ],
        link: { label: 'Retour à la connexion', href: paths.signIn() },
      },
    );
  };

  const readToken = (visit: Visit, transaction: Parameters<typeof findToken>[0] = prisma): Promise<FoundToken | null> =>
    findToken(transaction, String(visit.req.params.token), ['SET_PASSWORD', 'RESET_PASSWORD'], visit.now);

  /** One page for a link that is unknown, used or too old: the repair is the same. */
  const showDeadLink = (visit: Visit): void =>
    render(
      visit,
      'message',
      { title: 'Ce lien ne fonctionne plus', status: 410 },
      {
        kind: 'warning',
        paragraphs: [
          'Il a déjà servi, un lien plus récent l’a remplacé, ou sa durée de validité est passée.',
          'Si vous avez déjà choisi votre mot de passe, connectez-vous. Sinon, demandez un nouveau lien : il vous est envoyé aussitôt.',
        ],
        link: { label: 'Demander un nouveau lien', href: paths.forgottenPassword() },
      },
    );

  const showChoosePassword = async (visit: Visit, refused?: Refused): Promise<void> => {
    const token = await readToken(visit);
    if (token?.state !== 'valid') return showDeadLink(visit);
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

  const choosePassword = async (visit: Visit, { password }: z.infer<typeof choosePasswordSchema>): Promise<void> => {
    const found = await readToken(visit);
    if (found?.state !== 'valid') return showDeadLink(visit);
    const problems = passwordProblems(password, found.user, await commonPasswords());
    if (problems.length > 0) throw new Invalid(problems.map((message) => ({ field: 'password', message })));
    const passwordHash = await hashPassword(password);
    const kept = await inTransaction(prisma, async (transaction) => {
      if (!(await useToken(transaction, found.id, visit.now))) return false;
      const { user } = found;
      await keepPassword(transaction, user.id, passwordHash);
      await closeSessions(transaction, user.id);
      // Whoever had got in may have asked for a change of address, to come back by it.
      await endLinks(transaction, user.id, ['SET_PASSWORD', 'RESET_PASSWORD', 'CHANGE_EMAIL'], visit.now);
      const actor = { id: user.id, name: fullName(user), companyId: user.companyId };
      await record(transaction, { at: visit.now, actor, ip: visit.ip, action: 'password.chosen', target: user.login });
      if (found.kind === 'RESET_PASSWORD') {
        await deps.outbox.post(
          transaction,
          passwordChanged({ email: user.email, url: deps.absolute(paths.forgottenPassword()) }),
        );
      }
      return true;
    });
    if (!kept) return showDeadLink(visit);
    await forgetAttempts(prisma, 'signIn', loginKey(found.user.login));
    deps.mail.wake();
    visit.res.redirect(303, `${paths.signIn()}?fin=mot-de-passe`);
  };

  const showTerms = (visit: SignedVisit, refused?: Refused): void => {
    if (!mustAcceptCgu(visit.actor, deps.termsVersion)) {
      visit.res.redirect(303, paths.dashboard());
      return;
    }
    const { terms } = deps.pages;
    render(
      visit,
      'signin/terms',
      { title: terms.title, refused },
      {
        ...formModel(refused),
        action: paths.acceptTerms(),
        signOutHref: paths.signOut(),
        version: terms.version,
        since: formatDate(new Date(terms.version)),
        sections: articleModel(terms, deps.config).sections,
      },
    );
  };

  const acceptTerms = async (visit: SignedVisit, values: z.infer<typeof acceptTermsSchema>): Promise<void> => {
    const { actor, now, ip } = visit;
    // A3: what was read is what is accepted, not a version published meanwhile.
    if (values.version !== deps.termsVersion) {
      throw new Invalid([
        {
          field: '',
          message: 'Une nouvelle version des conditions vient d’être publiée : relisez-la avant de l’accepter.',
        },
      ]);
    }
    await inTransaction(prisma, async (transaction) => {
      await keepAcceptance(transaction, actor.id, values.version, now);
      await record(transaction, { at: now, actor, ip, action: 'terms.accepted', target: values.version });
    });
    visit.res.redirect(303, paths.dashboard());
  };

  return {
    showSignIn,
    signIn,
    signOut,
    showForgotten,
    sendReset,
    showChoosePassword,
    choosePassword,
    showTerms,
    acceptTerms,
  };
}

/** Only a path of ours: never another site, were it disguised (`//site`, `/\site`). */
export function localPath(text: string): string | null {
  return /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : null;
}
