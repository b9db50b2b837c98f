import { alreadyKnown, papersWanted } from '../../accounts/mails.ts';
import { lockIdentifiers, loginTaken, takenIdentifiers } from '../../accounts/people.ts';
import { admit } from '../../accounts/throttle.ts';
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
import { representedWords } from '../rivals.ts';
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
    const { refused } = await admit(prisma, 'accountRequestFromAddress', ip, now);
    if (refused !== null) throw tooMany(refused, now);
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

  /** Whether the address is known changes the words of the mail and nothing else: what is kept, answered, or takes time is alike (A4). */
  const register = async (transaction: Transaction, visit: Visit, asked: Asked): Promise<void> => {
    const { now, ip } = visit;
    const same = await findSame(transaction, asked);
    if (same !== null && isLinkFresh(same, now)) return;
    const taken = await takenIdentifiers(transaction, asked, same === null ? {} : { requestId: same.id });
    const errors: FieldError[] = [
      ...((await isRepresented(transaction, asked.siren, same?.id))
        ? [{ field: 'siren', message: representedWords(config.supportEmail) }]
        : []),
      ...(taken.login ? [loginTaken] : []),
    ];
    if (errors.length > 0) throw new Invalid(errors);
    const { secret, hash } = newSecret();
    const request =
      same === null
        ? await keepRequest(transaction, asked, hash, now)
        : await replaceLink(transaction, same.id, hash, now);
    await deps.outbox.post(transaction, taken.email ? toOwner(request) : toRequester(request, secret));
    const details = { company: request.legalName, siren: request.siren };
    await record(transaction, {
      at: now,
      actor: null,
      ip,
      target: nameOf(request),
      ...(same === null ? { action: 'request.created', details } : { action: 'request.linkSentAgain' }),
    });
  };

  const toRequester = ({ email, legalName, reason }: AccountRequest, secret: string) =>
    papersWanted({ email, company: legalName, url: deps.absolute(paths.requestPapers({ token: secret })), reason });

  const toOwner = ({ email }: AccountRequest) => alreadyKnown({ email, url: deps.absolute(paths.forgottenPassword()) });

  const showSent = (visit: Visit): void =>
    render(visit, 'requests/sent', { title: 'Consultez votre messagerie' }, sentModel(config.supportEmail));

  return { showForm, ask, showSent };
}

function tooMany(until: Date, now: Date): TooMany {
  return new TooMany(
    `Plusieurs demandes ont déjà été envoyées depuis votre réseau. Ce que vous avez saisi est encore dans cette page : envoyez-le de nouveau après ${formatRelative(until, now)}.`,
    until,
  );
}
