import { papersWanted, requestApproved, requestRefused } from '../../accounts/mails.ts';
import { createPerson, lockIdentifiers, takenIdentifiers } from '../../accounts/people.ts';
import { issueToken, newSecret } from '../../accounts/tokens.ts';
import { record } from '../../audit/record.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { nextRequestState } from '../../domain/accounts/account-request.ts';
import { papersLinkExpiry } from '../../domain/accounts/papers-link.ts';
import { allRights } from '../../domain/accounts/person.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { say } from '../../web/flash.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import type { Approved, PapersAsked, RefusedRequest } from '../schemas.ts';
import { type AccountRequest, type Changes, changeRequest, createCompany, findByNumber, hasCompany } from '../store.ts';
import { isSecondClick, lastChangeOf, nameOf, overtaken, type Verdict, verdicts } from '../trail.ts';
import { numberOf } from './examining.ts';

/** A2: a verifier approves, refuses, or asks for other papers. */
export function decidingActions(deps: Deps) {
  const { prisma, outbox } = deps;

  const approve = (visit: SignedVisit, { revision }: Approved): Promise<void> => {
    const told = [
      'La demande est approuvée',
      'Le compte est créé. Le demandeur reçoit un lien pour choisir son mot de passe, valable 72 heures.',
    ] as const;
    return decide(visit, told, async (transaction) => {
      await lockIdentifiers(transaction);
      const request = await settle(
        transaction,
        visit,
        { verdict: 'approve', revision, reason: null },
        decidedNow(visit),
      );
      if (request !== null) await openAccount(transaction, request, visit.now);
    });
  };

  /** A3: the company, its Responsable, and the link to choose a password. */
  const openAccount = async (transaction: Transaction, request: AccountRequest, now: Date): Promise<void> => {
    const { login, email, firstName, lastName, position, phone, legalName } = request;
    await refuseTaken(transaction, request);
    const company = await createCompany(transaction, request);
    const person = await createPerson(transaction, {
      ...{ login, email, firstName, lastName, position, phone },
      companyId: company.id,
      parentId: null,
      role: 'RESPONSIBLE',
      rights: allRights,
      subjectIds: [],
    });
    const token = await issueToken(transaction, person.id, 'SET_PASSWORD', now);
    const url = deps.absolute(paths.choosePassword({ token }));
    await outbox.post(transaction, requestApproved({ email, company: legalName, login, url }));
  };

  const refuse = (visit: SignedVisit, { revision, refusalReason: reason }: RefusedRequest): Promise<void> => {
    const told = ['La demande est refusée', 'Le demandeur reçoit votre motif.'] as const;
    return decide(visit, told, async (transaction) => {
      const request = await settle(transaction, visit, { verdict: 'refuse', revision, reason }, decidedNow(visit));
      if (request === null) return;
      await outbox.post(transaction, requestRefused({ email: request.email, company: request.legalName, reason }));
    });
  };

  const askForPapers = (visit: SignedVisit, { revision, papersReason: reason }: PapersAsked): Promise<void> => {
    const told = [
      'D’autres pièces sont demandées',
      'Le demandeur reçoit votre explication et un nouveau lien de dépôt.',
    ] as const;
    const { secret, hash } = newSecret();
    const link = { tokenHash: hash, tokenExpiresAt: papersLinkExpiry(visit.now) };
    return decide(visit, told, async (transaction) => {
      const request = await settle(transaction, visit, { verdict: 'askForPapers', revision, reason }, link);
      if (request === null) return;
      const url = deps.absolute(paths.requestPapers({ token: secret }));
      await outbox.post(transaction, papersWanted({ email: request.email, company: request.legalName, url, reason }));
    });
  };

  const decide = async (
    { req, res }: SignedVisit,
    [title, text]: readonly [title: string, text: string],
    act: (transaction: Transaction) => Promise<void>,
  ): Promise<void> => {
    await inTransaction(prisma, act);
    deps.mail.wake();
    say(req, 'success', title, text);
    res.redirect(303, paths.request({ number: numberOf(req.params.number) }));
  };

  return { approve, refuse, askForPapers };
}

interface Decision {
  readonly verdict: Verdict;
  /** Of the page where it was made: whatever happened since must be read first. */
  readonly revision: number;
  readonly reason: string | null;
}

/** Writes the decision. Null when the same click wrote it already; of two verifiers, the second is told what the first decided. */
async function settle(
  transaction: Transaction,
  visit: SignedVisit,
  decision: Decision,
  changes: Changes,
): Promise<AccountRequest | null> {
  const { actor, now, ip } = visit;
  const { verdict, revision, reason } = decision;
  const request = await findByNumber(transaction, numberOf(visit.req.params.number));
  if (request === null) throw new NotFound('Cette demande est introuvable.');
  if (request.revision === revision) {
    const status = nextRequestState(request.status, verdict, 'VERIFIER');
    if (await changeRequest(transaction, request, { ...changes, status, reason })) {
      await record(transaction, {
        at: now,
        actor,
        ip,
        action: verdicts[verdict],
        target: nameOf(request),
        details: { reason },
      });
      return request;
    }
  }
  const last = await lastChangeOf(transaction, request);
  if (last !== null && isSecondClick(last, actor, verdict, reason)) return null;
  throw overtaken(last);
}

function decidedNow({ actor, now }: SignedVisit): Changes {
  return { decidedAt: now, decidedBy: actor.name, tokenExpiresAt: papersLinkExpiry(now) };
}

/** A4: a request that waits keeps its identifiers; should they be taken all the same, the verifier is told which. */
async function refuseTaken(transaction: Transaction, request: AccountRequest): Promise<void> {
  const taken = await takenIdentifiers(transaction, request, { requestId: request.id });
  const problems = [
    ...((await hasCompany(transaction, request.siren)) ? ['son entreprise est déjà représentée'] : []),
    ...(taken.login ? ['son nom d’utilisateur est celui d’un autre compte'] : []),
    ...(taken.email ? ['son adresse électronique est celle d’un autre compte'] : []),
  ];
  if (problems.length === 0) return;
  throw new RuleBroken(
    'A4',
    `Cette demande ne peut plus être approuvée : ${problems.join(', ')}. Refusez-la en invitant le demandeur à en faire une nouvelle.`,
  );
}
