import type { Subject } from '../domain/subjects/subject.ts';
import type { Refused } from '../web/forms.ts';
import type { Typed } from '../web/typed.ts';

/** The revision that a form sends: the one that it was opened on, until a conflict has told what came since. */
export function revisionOf(
  { revision }: Pick<Subject, 'revision'>,
  held: Typed | undefined,
  refused: Refused | undefined,
): string {
  const sent = refused?.status === 409 ? '' : (held?.text('revision') ?? '');
  return /^\d{1,9}$/.test(sent) ? sent : String(revision);
}
