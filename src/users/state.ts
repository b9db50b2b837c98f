import { invitationState } from '../domain/accounts/invitation.ts';
import type { Token } from '../domain/accounts/token.ts';
import { formatDate } from '../domain/french/dates.ts';
import type { StateProps } from '../web/components/lists.ts';

/** A3: whether the person has joined, as a badge. */
export function stateOf(
  person: { readonly hasPassword: boolean },
  lastLink: (Token & { readonly createdAt: Date }) | null,
  now: Date,
): StateProps {
  const state = invitationState(person, lastLink, now);
  if (state === 'active') return { kind: 'done', label: 'Actif' };
  if (state === 'invited' && lastLink !== null)
    return { kind: 'wait', label: `Invitation envoyée le ${formatDate(lastLink.createdAt)}` };
  return { kind: 'warn', label: 'Lien d’invitation expiré' };
}
