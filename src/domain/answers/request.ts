import { Conflict, RuleBroken } from '../errors.ts';
import { formatDateTime } from '../french/dates.ts';

/** Q3: a validation that was asked for, and is still awaited. */
export interface Request {
  readonly at: Date;
  readonly by: string;
  readonly byId: string | null;
  readonly message: string;
}

/** A second click, or a word added at once: whoever validates is not told twice. */
const SOON = 5 * 60_000;

export function isAskedAgain(request: Request | null, actorId: string, now: Date): boolean {
  return request !== null && request.byId === actorId && now.getTime() - request.at.getTime() < SOON;
}

/**
 * Q3: what is asked to be validated may be incomplete, so that somebody reads it over; but there is something to read: a draft, what
 * changed since the last validation, or what the qualification made to be read again (P5).
 */
export function mustHaveChanged(changed: {
  readonly draft: boolean;
  readonly codes: number;
  readonly marked: boolean;
}): void {
  if (changed.draft || changed.codes > 0 || changed.marked) return;
  throw new RuleBroken(
    'Q3',
    'Il n’y a rien à valider pour le moment\u00a0: répondez à au moins un critère, ou modifiez une réponse, puis demandez la validation.',
  );
}

/** Q3: only what was handed over for validation is sent back. */
export function mustBeRequested(
  request: Request | null,
  returned: { readonly at: Date; readonly by: string } | null,
): asserts request is Request {
  if (request !== null) return;
  if (returned === null) throw new RuleBroken('Q3', 'Aucune validation n’est demandée pour ce questionnaire.');
  throw new Conflict(`${returned.by} a déjà renvoyé ce questionnaire, le ${formatDateTime(returned.at)}.`);
}
