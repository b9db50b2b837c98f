import { type Lifecycle, transition } from '../lifecycle.ts';

export type RequestState = 'AWAITING_PAPERS' | 'SUBMITTED' | 'APPROVED' | 'REFUSED';
export type RequestAct = 'submitPapers' | 'approve' | 'refuse' | 'askForPapers';
export type RequestActor = 'REQUESTER' | 'VERIFIER';

/**
 * A4: what a request asks for (company, login, address) is held from its first papers to the decision, whichever come in
 * between. Before, nothing shows that the address is the visitor's: a form that anybody sends holds nothing.
 */
export const undecided: readonly RequestState[] = ['AWAITING_PAPERS', 'SUBMITTED'];

/** A2: the papers are sent, then a verifier decides, or asks for others. */
export const accountRequests: Lifecycle<RequestState, RequestAct, RequestActor> = {
  rule: 'A2',
  states: {
    AWAITING_PAPERS: 'Les pièces justificatives de cette demande sont attendues.',
    SUBMITTED: 'Cette demande est en cours d’examen.',
    APPROVED: 'Cette demande a déjà été approuvée.',
    REFUSED: 'Cette demande a déjà été refusée.',
  },
  acts: {
    submitPapers: 'de déposer des pièces',
    approve: 'd’approuver cette demande',
    refuse: 'de refuser cette demande',
    askForPapers: 'de demander d’autres pièces',
  },
  transitions: [
    { from: 'AWAITING_PAPERS', act: 'submitPapers', to: 'SUBMITTED', by: ['REQUESTER'] },
    { from: 'SUBMITTED', act: 'approve', to: 'APPROVED', by: ['VERIFIER'] },
    { from: 'SUBMITTED', act: 'refuse', to: 'REFUSED', by: ['VERIFIER'] },
    // A request made in somebody's name, or with a wrong address, would otherwise keep the company out
    { from: 'AWAITING_PAPERS', act: 'refuse', to: 'REFUSED', by: ['VERIFIER'] },
    { from: 'SUBMITTED', act: 'askForPapers', to: 'AWAITING_PAPERS', by: ['VERIFIER'] },
  ],
};

export function nextRequestState(state: RequestState, act: RequestAct, who: RequestActor): RequestState {
  return transition(accountRequests, state, act, who);
}
