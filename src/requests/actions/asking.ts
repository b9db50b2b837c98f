import { alreadyKnown, papersWanted } from '../../accounts/mails.ts';
import { lockIdentifiers, loginTaken, takenIdentifiers } from '../../accounts/people.ts';
import { countAttempt, throttledUntil } from '../../accounts/throttle.ts';
import { newSecret } from '../../accounts/tokens.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { isLinkFresh } from '../../domain/accounts/papers-link.ts';
import { type FieldError, Invalid } from '../../domain/errors.ts';
import { formatRelative } from '../../domain/french/dates.ts';
import { removeFiles } from '../../jobs/stray-files.ts';
import { TooMany } from '../../web/errors.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import type { Visit } from '../../web/visit.ts';
import { askModel, sentModel } from '../models/asking.ts';
import { forgetAbandoned } from '../purge.ts';
import type { Asked } from '../schemas.ts';
import { type AccountRequest, findSame, isRepresented, keepRequest, replaceLink } from '../store.ts';
import { nameOf } from '../trail.ts';

/** A1: a visitor asks for an account. */
export function askingActions(deps: Deps) {
  const { prisma, render, config } = deps;

  const showForm = (visit: Visit, refused?: Refused): void =>
    render(
      visit,
      'requests/ask',
      { title: 'Demander un compte', refused },
      askModel(formModel(refused, { country: 'FR' }), config.supportEmail),
    );

  const ask = async (visit: Visit, asked: Asked): Promise<void> => {
    const { req, res, now, ip } = visit;
    const until = await throttledUntil(prisma, 'accountRequestFromAddress', ip, now);
    if (until !== null) throw tooMany(until, now);
    await countAttempt(prisma, 'accountRequestFromAddress', ip, now);
    const strayKeys = await inTransaction(prisma, async (transaction) => {
      await lockIdentifiers(transaction);
      const { keys } = await forgetAbandoned(transaction, now);
      await register(transaction, visit, asked);
      return keys;
    });
    deps.mail.wake();
    await removeFiles(deps, strayKeys);
    say(req, 'success', 'Un message vient de vous être envoyé', `Nous l’avons adressé à ${asked.email}.`);
    res.redirect(303, paths.requestSent());
  };

  const register = async (transaction: Transaction, visit: Visit, asked: Asked): Promise<void> => {
    const { now, ip } = visit;
    const same = await findSame(transaction, asked);
    if (same !== null) return sendAgain(transaction, visit, same);
    const taken = await takenIdentifiers(transaction, asked);
    const errors: FieldError[] = [
      ...((await isRepresented(transaction, asked.siren)) ? [represented(config.supportEmail)] : []),
      ...(taken.login ? [loginTaken] : []),
    ];
    if (errors.length > 0) throw new Invalid(errors);
    // A4: only the owner of the address learns that it is known
    if (taken.email)
      return deps.outbox.post(
        transaction,
        alreadyKnown({ email: asked.email, url: deps.absolute(paths.forgottenPassword()) }),
      );
    const { secret, hash } = newSecret();
    const request = await keepRequest(transaction, asked, hash, now);
    await postLink(transaction, request, secret);
    const details = { company: request.legalName, siren: request.siren };
    await record(transaction, {
      at: now,
      actor: null,
      ip,
      action: 'request.created',
      target: nameOf(request),
      details,
    });
  };

  /** A second click changes nothing; later, it is somebody whose mail went astray. */
  const sendAgain = async (transaction: Transaction, { now, ip }: Visit, request: AccountRequest): Promise<void> => {
    if (isLinkFresh(request, now)) return;
    const { secret, hash } = newSecret();
    await replaceLink(transaction, request.id, hash, now);
    await postLink(transaction, request, secret);
    await record(transaction, { at: now, actor: null, ip, action: 'request.linkSentAgain', target: nameOf(request) });
  };

  const postLink = (
    transaction: Transaction,
    { email, legalName, reason }: AccountRequest,
    secret: string,
  ): Promise<void> => {
    const url = deps.absolute(paths.requestPapers({ token: secret }));
    return deps.outbox.post(transaction, papersWanted({ email, company: legalName, url, reason }));
  };

  const showSent = (visit: Visit): void =>
    render(visit, 'requests/sent', { title: 'Consultez votre messagerie' }, sentModel(config.supportEmail));

  return { showForm, ask, showSent };
}

/** A1: nothing is said of the person who represents it. */
function represented(support: string): FieldError {
  return {
    field: 'siren',
    message: `Cette entreprise est déjà représentée sur Convergence, ou une demande la concerne déjà. Demandez à vos collègues : son Responsable peut créer votre compte. En cas de doute, écrivez à ${support}.`,
  };
}

function tooMany(until: Date, now: Date): TooMany {
  return new TooMany(
    `Plusieurs demandes ont déjà été envoyées depuis votre réseau. Ce que vous avez saisi est encore dans cette page : envoyez-le de nouveau après ${formatRelative(until, now)}.`,
    until,
  );
}
