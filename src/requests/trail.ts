import { theService } from '../audit/record.ts';
import { actionWords, type RecordedAction } from '../audit/words.ts';
import type { AuditEvent } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import type { RequestAct } from '../domain/accounts/account-request.ts';
import type { Actor } from '../domain/accounts/person.ts';
import { Conflict } from '../domain/errors.ts';
import { formatDateTime } from '../domain/french/dates.ts';

/** How a request is named, in the audit trail as on screen. */
export function nameOf(request: { readonly number: number }): string {
  return `Demande n°\u00a0${request.number}`;
}

export type Verdict = Exclude<RequestAct, 'submitPapers'>;

/** What each decision is called in the audit trail. */
export const verdicts = {
  approve: 'request.approved',
  refuse: 'request.refused',
  askForPapers: 'request.papersAsked',
} as const satisfies Record<Verdict, RecordedAction>;

export interface Told {
  readonly what: string;
  readonly who: string;
  /** In whose words, where there are some. */
  readonly reason: string | null;
}

/** What happened and who did it, for the history of a request. */
export function told({ action, actorId, actorName, details }: AuditEvent): Told {
  const paper = detail(details, 'paper');
  return {
    what: paper === null ? actionWords(action) : `${actionWords(action)}\u00a0: ${paper}`,
    who: actorId === null && actorName !== theService.name ? 'le demandeur' : actorName,
    reason: detail(details, 'reason'),
  };
}

function detail(details: unknown, name: string): string | null {
  const value =
    typeof details === 'object' && details !== null ? Object.entries(details).find(([key]) => key === name)?.[1] : null;
  return typeof value === 'string' ? value : null;
}

const LONGEST = 50;

/** The latest first. */
export function historyOf(transaction: Transaction, request: { readonly number: number }): Promise<AuditEvent[]> {
  return transaction.auditEvent.findMany({
    where: { target: nameOf(request) },
    orderBy: { seq: 'desc' },
    take: LONGEST,
  });
}

/** What made the page that a verifier reads out of date. */
export function lastChangeOf(
  transaction: Transaction,
  request: { readonly number: number },
): Promise<AuditEvent | null> {
  const changes = [...Object.values(verdicts), 'request.papersDeposited'];
  return transaction.auditEvent.findFirst({
    where: { target: nameOf(request), action: { in: changes } },
    orderBy: { seq: 'desc' },
  });
}

/** The same person, the same decision, in the same words. */
export function isSecondClick(last: AuditEvent, actor: Actor, verdict: Verdict, reason: string | null): boolean {
  return last.actorId === actor.id && last.action === verdicts[verdict] && detail(last.details, 'reason') === reason;
}

/** Of two people who decide at once, the second is told what the first did. */
export function overtaken(last: AuditEvent | null): Conflict {
  const told = last === null ? 'Cette demande a changé' : `${whatWasDone(last)} le ${formatDateTime(last.at)}`;
  return new Conflict(`${told}. Votre décision n’a pas été enregistrée : relisez la demande.`);
}

function whatWasDone({ action, actorName }: AuditEvent): string {
  if (action === verdicts.approve) return `${actorName} a approuvé cette demande`;
  if (action === verdicts.refuse) return `${actorName} a refusé cette demande`;
  if (action === verdicts.askForPapers) return `${actorName} a demandé d’autres pièces`;
  return 'De nouvelles pièces ont été déposées';
}
