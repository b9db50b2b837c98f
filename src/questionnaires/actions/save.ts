import type { SentAnswer } from '../../answers/save.ts';
import { type OneSaved, saveSent } from '../../answers/saving.ts';
import type { Deps } from '../../deps.ts';
import { formatTime } from '../../domain/french/dates.ts';
import { gradeOf } from '../../domain/referential/level.ts';
import type { SignedVisit } from '../../web/visit.ts';

/** One answer, saved by itself while the page stays open: answered as data. What is refused says so by its status (web/errors). */
export function saveAnswer(deps: Deps) {
  return async (visit: SignedVisit, sent: SentAnswer): Promise<void> => {
    const [one] = await saveSent(deps, visit, [sent]);
    if (one === undefined) throw new Error(`Nothing became of ${sent.criterion}`);
    visit.res.status(one.kind === 'saved' ? 200 : 409).json(saved(one, visit.now));
  };
}

/** `at` is for the sentence “Brouillon enregistré à 23 h 02”. */
function saved(one: OneSaved, now: Date): object {
  if (one.kind === 'saved') return { criterion: one.criterion, revision: one.revision, at: formatTime(now) };
  const { answer, answeredAt, ...theirs } = one.theirs;
  return {
    criterion: one.criterion,
    conflict: { ...theirs, grade: answer === null ? '' : String(gradeOf(answer)), at: answeredAt.toISOString() },
  };
}
