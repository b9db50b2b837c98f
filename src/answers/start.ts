import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { lockSubject } from '../subjects/lock.ts';
import { refreshProgress } from '../subjects/progress.ts';
import type { SignedVisit } from '../web/visit.ts';
import { openDraft } from './draft.ts';
import { mustBeAnswerable, reachSheet } from './reach.ts';
import type { SheetKey } from './sheet.ts';

type Needs = Pick<Deps, 'prisma' | 'referential'>;

/** The drafts that this process is starting, by subject and questionnaire: fifty people who begin at once wait for one transaction. */
const starting = new WeakMap<Deps['prisma'], Map<string, Promise<void>>>();

/** Opens the draft that answers are saved into, if nobody did meanwhile, and counts the subject anew. */
export async function startDraft(
  deps: Needs,
  visit: SignedVisit,
  { reference, questionnaire, act }: SheetKey,
): Promise<void> {
  const mine = starting.get(deps.prisma) ?? new Map<string, Promise<void>>();
  starting.set(deps.prisma, mine);
  const name = `${act} ${reference}/${questionnaire}`;
  // Whoever starts it is told of a failure; the others try by themselves.
  const others = mine.get(name)?.catch(() => {});
  if (others !== undefined) return others;
  const started = start(deps, visit, reference, act).finally(() => mine.delete(name));
  mine.set(name, started);
  return started;
}

function start(
  { prisma, referential }: Needs,
  visit: SignedVisit,
  reference: number,
  act: SheetKey['act'],
): Promise<void> {
  return inTransaction(prisma, async (transaction) => {
    await lockSubject(transaction, visit.actor, reference);
    const sheet = await reachSheet(transaction, referential, visit, act);
    mustBeAnswerable(sheet);
    if (sheet.draft !== null) return;
    await openDraft(transaction, visit, sheet, act);
    await refreshProgress(transaction, referential, [sheet.subject.id], visit.now);
  });
}
