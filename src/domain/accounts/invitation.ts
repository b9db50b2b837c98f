import { type Token, tokenState } from './token.ts';

/** A3: `active` once a password is chosen; before that, the last link sent works or no longer does. */
export type InvitationState = 'active' | 'invited' | 'expired';

export function invitationState(
  person: { readonly hasPassword: boolean },
  lastLink: Token | null,
  now: Date,
): InvitationState {
  if (person.hasPassword) return 'active';
  return lastLink !== null && tokenState(lastLink, now) === 'valid' ? 'invited' : 'expired';
}
