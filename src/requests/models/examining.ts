import type { AuditEvent } from '../../database/generated/client.ts';
import { accountRequests } from '../../domain/accounts/account-request.ts';
import { formatDate, formatDateTime } from '../../domain/french/dates.ts';
import { formatSize } from '../../domain/french/sizes.ts';
import { possibleActs } from '../../domain/lifecycle.ts';
import type { FieldProps, StateProps, SummaryProps } from '../../web/components.ts';
import type { Refused } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { isImage, labelOf, type Paper, slugOf } from '../papers.ts';
import type { AccountRequest } from '../store.ts';
import { type Told, told } from '../trail.ts';
import { companyFacts, personFacts, toCheck } from './declared.ts';
import { stateOf } from './queue.ts';

export interface PaperModel {
  readonly label: string;
  readonly about: string;
  readonly seeHref: string | null;
  readonly downloadHref: string;
}

interface Act {
  readonly action: string;
  readonly opened: boolean;
  readonly value: string;
}

export interface ExamineModel {
  readonly state: StateProps;
  readonly outcome: string | null;
  readonly reason: { readonly title: string; readonly text: string } | null;
  readonly company: SummaryProps;
  readonly person: SummaryProps;
  readonly papers: readonly PaperModel[];
  readonly noPapers: string;
  readonly toCheck: readonly string[];
  readonly revision: number;
  readonly errors: FieldProps['errors'];
  readonly approveAction: string | null;
  readonly refuse: Act | null;
  readonly askForPapers: Act | null;
  /** A reason typed while somebody else decided. */
  readonly unsaved: string | null;
  readonly history: readonly (Told & { readonly when: string })[];
  readonly backHref: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'requests/examine': ExamineModel;
  }
}

export function examineModel(
  request: AccountRequest,
  papers: readonly Paper[],
  history: readonly AuditEvent[],
  refused: Refused | undefined,
): ExamineModel {
  const { number, status } = request;
  const acts = possibleActs(accountRequests, status, 'VERIFIER');
  const [refusal, missing] = [refused?.typed.text('refusalReason') ?? '', refused?.typed.text('papersReason') ?? ''];
  const act = (name: 'refuse' | 'askForPapers', action: string, field: string, value: string): Act | null =>
    acts.includes(name)
      ? { action, value, opened: value !== '' || (refused?.errors.some((error) => error.field === field) ?? false) }
      : null;
  return {
    state: stateOf[status],
    outcome: outcomeOf(request),
    reason:
      request.reason === null
        ? null
        : { title: status === 'REFUSED' ? 'Motif du refus' : 'Pièces demandées', text: request.reason },
    company: companyFacts(request),
    person: personFacts(request),
    papers: papers.map((paper) => paperModel(request, paper)),
    noPapers: noPapersBecause(request),
    toCheck: status === 'SUBMITTED' ? toCheck(request, papers) : [],
    revision: request.revision,
    errors: refused?.errors ?? [],
    approveAction: acts.includes('approve') ? paths.approveRequest({ number }) : null,
    refuse: act('refuse', paths.refuseRequest({ number }), 'refusalReason', refusal),
    askForPapers: act('askForPapers', paths.askPapersAgain({ number }), 'papersReason', missing),
    unsaved: (acts.includes('refuse') ? '' : refusal) || (acts.includes('askForPapers') ? '' : missing) || null,
    history: history.map((event) => ({ ...told(event), when: formatDateTime(event.at) })),
    backHref: paths.requests(),
  };
}

function noPapersBecause({ status, submittedAt }: AccountRequest): string {
  if (status === 'AWAITING_PAPERS') return 'Le demandeur ne les a pas encore déposées.';
  return submittedAt === null ? 'Aucune n’a été déposée.' : 'Elles ont été supprimées trente jours après la décision.';
}

function outcomeOf({ status, decidedBy, decidedAt }: AccountRequest): string | null {
  if (decidedBy === null || decidedAt === null) return null;
  return `${status === 'APPROVED' ? 'Approuvée' : 'Refusée'} par ${decidedBy} le ${formatDateTime(decidedAt)}.`;
}

function paperModel(
  request: AccountRequest,
  { kind, issuedOn, originalName, contentType, size, depositedAt }: Paper,
): PaperModel {
  const href = paths.requestPaper({ number: request.number, kind: slugOf[kind] });
  const dated = issuedOn === null ? '' : `, daté du ${formatDate(issuedOn)}`;
  return {
    label: labelOf[kind],
    about: `${originalName} (${formatSize(size)})${dated}, déposé le ${formatDateTime(depositedAt)}`,
    seeHref: isImage({ contentType }) ? href : null,
    downloadHref: `${href}?telecharger=oui`,
  };
}
