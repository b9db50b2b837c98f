import { Passport } from 'passport';
import { Strategy } from 'passport-local';
import { accountLocked } from '../accounts/mails.ts';
import { passwordHolds } from '../accounts/passwords.ts';
import { admit, countAttempt, forgetAttempts, throttledUntil } from '../accounts/throttle.ts';
import { record } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { loginKey } from '../domain/accounts/identifiers.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import { TooMany } from '../web/errors.ts';
import { paths } from '../web/paths.ts';
import { type Credentials, findCredentials } from './store.ts';

/** Passport asks, this answers: the person, or null. An unknown login costs the same queries and the same time as a wrong password (A8). */
export function signInStrategy(deps: Deps) {
  const passport = new Passport();
  passport.use(
    new Strategy(
      { usernameField: 'login', passwordField: 'password', passReqToCallback: true, session: false },
      (req, login, password, done) => {
        checkPassword(deps, login, password, req.ip ?? '').then((person) => done(null, person ?? false), done);
      },
    ),
  );
  return passport;
}

/** Also asked of whoever is signed in before what a stolen session must not do: the failures count together. */
export async function checkPassword(
  deps: Deps,
  login: string,
  password: string,
  ip: string,
): Promise<Credentials | null> {
  const { prisma, clock } = deps;
  const now = clock();
  const key = loginKey(login);
  const crowded = await throttledUntil(prisma, 'signInFromAddress', ip, now);
  if (crowded !== null) throw tooMany(crowded, now);
  const { refused, locks } = await admit(prisma, 'signIn', key, now);
  if (refused !== null) throw tooMany(refused, now);
  const found = await findCredentials(prisma, login);
  if (await passwordHolds(password, found?.passwordHash ?? null)) {
    await forgetAttempts(prisma, 'signIn', key);
    return found;
  }
  await countAttempt(prisma, 'signInFromAddress', ip, now);
  await remember(deps, found, ip, now, locks);
  if (locks !== null) throw tooMany(locks, now);
  return null;
}

/** What the trail says instead of the words typed, which may be a password. */
export const UNKNOWN_LOGIN = 'nom d’utilisateur inconnu';

/** Recorded alike whether or not the login exists. The account's owner is told of a lock. */
async function remember(
  deps: Deps,
  person: Credentials | null,
  ip: string,
  now: Date,
  until: Date | null,
): Promise<void> {
  const action = until === null ? 'signin.failed' : 'signin.locked';
  await inTransaction(deps.prisma, async (transaction) => {
    await record(transaction, {
      at: now,
      actor: null,
      ip,
      action,
      target: person?.login ?? UNKNOWN_LOGIN,
    });
    if (person === null || until === null) return;
    const url = deps.absolute(paths.forgottenPassword());
    await deps.outbox.post(transaction, accountLocked({ email: person.email, until: formatDateTime(until), url }));
  });
  deps.mail.wake();
}

function tooMany(until: Date, now: Date): TooMany {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  return new TooMany(
    `Trop de tentatives de connexion avec ce nom d’utilisateur ou depuis votre réseau. Réessayez dans ${minutes} minute${minutes > 1 ? 's' : ''}, ou choisissez un nouveau mot de passe.`,
    until,
  );
}
