import { type Token, tokenState } from './token.ts';

/** A3: `active` once a password is chosen; before that, the last link sent works or no longer does. */
export type InvitationState = 'active' | 'invited' | 'expired';

interface Invited {
  readonly hasPassword: boolean;
}

interface Sent {
  readonly createdAt: Date;
}

export function invitationState(person: Invited, lastLink: Token | null, now: Date): InvitationState {
  if (person.hasPassword) return 'active';
  return lastLink !== null && tokenState(lastLink, now) === 'valid' ? 'invited' : 'expired';
}

const MINUTE = 60_000;

/** Sent so lately that a second click is behind it: each mail makes the link of the one before useless. */
export function isJustInvited(person: Invited, lastLink: Sent | null, now: Date): boolean {
  return !person.hasPassword && lastLink !== null && now.getTime() - lastLink.createdAt.getTime() < MINUTE;
}

/** A3: why no other invitation is sent to this person, or null. */
export function inviteAgainProblem(person: Invited, lastLink: Sent | null, now: Date): string | null {
  if (person.hasPassword)
    return 'Cette personne a déjà choisi son mot de passe : elle peut en demander un nouveau depuis la page de connexion.';
  if (isJustInvited(person, lastLink, now))
    return 'Une invitation vient d’être envoyée à cette personne : laissez-lui une minute pour arriver.';
  return null;
}
