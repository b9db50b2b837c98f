import { papersReceived } from '../../accounts/mails.ts';
import { lockIdentifiers } from '../../accounts/people.ts';
import { countAttempt, throttledUntil } from '../../accounts/throttle.ts';
import { record } from '../../audit/record.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { nextRequestState } from '../../domain/accounts/account-request.ts';
import { loginKey } from '../../domain/accounts/identifiers.ts';
import { kbisProblem } from '../../domain/accounts/kbis.ts';
import { isLinkDead } from '../../domain/accounts/papers-link.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { Conflict, Invalid } from '../../domain/errors.ts';
import { formatRelative, isoDay } from '../../domain/french/dates.ts';
import { removeFiles } from '../../jobs/stray-files.ts';
import { notify } from '../../notifications/notify.ts';
import { TooMany } from '../../web/errors.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { discard } from '../../web/uploads.ts';
import type { Visit } from '../../web/visit.ts';
import { depositModel, progressModel } from '../models/depositing.ts';
import { dropPapers, keepPaper, type StoredPaper } from '../papers.ts';
import { refuseTaken } from '../rivals.ts';
import type { Deposited } from '../schemas.ts';
import { type AccountRequest, activeVerifiers, changeRequest, findBySecret } from '../store.ts';
import { nameOf } from '../trail.ts';

/** A2: whoever has the private link deposits the two papers, then follows the request. */
export function depositingActions(deps: Deps) {
  const { prisma, render, storage, config } = deps;

  /** The request of the link, or null when the page that says it is dead was shown. Guesses are counted. */
  const opened = async (visit: Visit): Promise<AccountRequest | null> => {
    const { now, ip } = visit;
    const until = await throttledUntil(prisma, 'privateLinkFromAddress', ip, now);
    if (until !== null)
      throw new TooMany(
        `Trop de liens inconnus ont été essayés depuis votre réseau. Réessayez après ${formatRelative(until, now)}.`,
        until,
      );
    const request = await findBySecret(prisma, secretOf(visit));
    if (request !== null && !isLinkDead(request, now)) return request;
    if (request === null) await countAttempt(prisma, 'privateLinkFromAddress', ip, now);
    showDeadLink(visit, request === null ? 404 : 410);
    return null;
  };

  const showDeadLink = (visit: Visit, status: 404 | 410): void =>
    render(
      visit,
      'message',
      { title: 'Ce lien ne fonctionne pas', status },
      {
        kind: 'warning',
        paragraphs: [
          'Il est incomplet, un lien plus récent l’a remplacé, ou sa durée de validité de 30 jours est passée.',
          'Ouvrez le lien du dernier message que nous vous avons envoyé, en le copiant en entier. S’il ne fonctionne pas non plus, votre demande n’existe plus : faites-en une nouvelle.',
          `Pour toute question, écrivez à ${config.supportEmail}.`,
        ],
        link: { label: 'Faire une nouvelle demande', href: paths.requestAccount() },
      },
    );

  const show = async (visit: Visit, refused?: Refused): Promise<void> => {
    const request = await opened(visit);
    if (request === null) return;
    if (request.status !== 'AWAITING_PAPERS') {
      // A second click, once the papers are there, is told what the first one did
      if (refused !== undefined) return visit.res.redirect(303, linkOf(visit));
      return render(visit, 'requests/progress', { title: 'Votre demande de compte' }, progressModel(request));
    }
    render(
      visit,
      'requests/deposit',
      { title: 'Déposer vos pièces', refused },
      depositModel(formModel(refused), request, linkOf(visit), visit.now),
    );
  };

  /** Whoever has no link that opens the deposit sends nothing: it is answered before the files are read. */
  const opens = async (visit: Visit): Promise<boolean> => {
    const request = await opened(visit);
    if (request === null) return false;
    if (request.status === 'AWAITING_PAPERS') return true;
    visit.res.redirect(303, linkOf(visit));
    return false;
  };

  const deposit = async (visit: Visit, { kbisDate, login: chosen }: Deposited): Promise<void> => {
    const { req, res, now, ip } = visit;
    const request = await opened(visit);
    if (request === null) return discard(storage, req.received);
    const status = nextRequestState(request.status, 'submitPapers', 'REQUESTER');
    const problem = kbisProblem(kbisDate, now);
    if (problem !== null) throw new Invalid([{ field: 'kbisDate', message: problem }]);
    const [identity, kbis] = [received(visit, 'identity'), received(visit, 'kbis')];
    const replaced = await inTransaction(prisma, async (transaction) => {
      const login = chosen ?? request.login;
      await lockIdentifiers(transaction);
      await refuseTaken(transaction, { ...request, login }, config.supportEmail);
      const identifiers = { login, loginKey: loginKey(login) };
      const kept = await changeRequest(transaction, request, {
        ...identifiers,
        status,
        submittedAt: now,
        reason: null,
      });
      if (!kept) throw new Conflict('Cette demande vient d’être modifiée : rouvrez le lien.');
      const keys = await dropPapers(transaction, [request.id]);
      await keepPaper(transaction, request.id, 'IDENTITY', identity, { issuedOn: null, now });
      await keepPaper(transaction, request.id, 'KBIS', kbis, { issuedOn: kbisDate, now });
      await deps.outbox.post(transaction, papersReceived({ email: request.email, company: request.legalName }));
      await notify(transaction, await activeVerifiers(transaction), {
        title: 'Une demande de compte est à examiner',
        body: `${request.legalName}, par ${fullName(request)}.`,
        href: paths.request({ number: request.number }),
      });
      const details = { issuedOn: isoDay(kbisDate), identity: identity.sha256, kbis: kbis.sha256 };
      await record(transaction, {
        at: now,
        actor: null,
        ip,
        action: 'request.papersDeposited',
        target: nameOf(request),
        details,
      });
      return keys;
    });
    deps.mail.wake();
    await removeFiles(deps, replaced);
    say(req, 'success', 'Vos pièces sont déposées', 'Un message vous le confirme.');
    res.redirect(303, linkOf(visit));
  };

  return { show, opens, deposit };
}

function secretOf({ req }: Visit): string {
  return String(req.params.token);
}

function linkOf(visit: Visit): string {
  return paths.requestPapers({ token: secretOf(visit) });
}

/** The form made sure that there is exactly one, accepted. */
function received({ req }: Visit, field: string): StoredPaper {
  const file = req.received?.get(field)?.[0];
  if (file?.ok !== true) throw new Error(`No file was received for ${field}`);
  return file;
}
