import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { fingerprint, refreshProgress } from '../subjects/progress.ts';
import { type Kept, keptEnrolments, keptOf } from './store.ts';

type Needs = Pick<Deps, 'prisma' | 'referential'>;

/** What is kept of these enrolments, computed anew first where another referential was published since. */
export async function freshEnrolments(deps: Needs, ids: readonly string[], now: Date): Promise<readonly Kept[]> {
  return refreshed(deps, await keptEnrolments(deps.prisma, ids), now, () => keptEnrolments(deps.prisma, ids));
}

/** The same of every démarche of a subject. */
export async function freshOf(deps: Needs, subjectId: string, now: Date): Promise<readonly Kept[]> {
  return refreshed(deps, await keptOf(deps.prisma, subjectId), now, () => keptOf(deps.prisma, subjectId));
}

async function refreshed(
  deps: Needs,
  kept: readonly Kept[],
  now: Date,
  again: () => Promise<readonly Kept[]>,
): Promise<readonly Kept[]> {
  const stale = new Set(kept.filter((one) => isStale(deps, one)).map(({ subjectId }) => subjectId));
  if (stale.size === 0) return kept;
  for (const subjectId of stale) await refresh(deps, subjectId, now);
  return again();
}

/** One subject a transaction: on the embedded database, everybody waits for it. */
async function refresh({ prisma, referential }: Needs, subjectId: string, now: Date): Promise<void> {
  await inTransaction(prisma, (transaction) => refreshProgress(transaction, referential, [subjectId], now));
}

function isStale(
  { referential }: Needs,
  { demarche: id, computedFor }: Pick<Kept, 'demarche' | 'computedFor'>,
): boolean {
  const demarche = referential.demarches.find((one) => one.id === id);
  return demarche !== undefined && computedFor !== fingerprint(referential, demarche);
}

const PAGE = 200;

/**
 * What saves left to count: those of this process, then those that it does not know of, of another or of one that was killed. A save that
 * meets a count may find its mark already there and the count not see it: hence `toCount`. Says how many, when more may be left.
 */
export async function countAnswered(deps: Needs & Pick<Deps, 'clock' | 'toCount'>): Promise<number> {
  const { prisma, referential, clock, toCount } = deps;
  const told = [...toCount];
  toCount.clear();
  // '' is written here, not given: the planner must know that its index holds them all.
  const left = await prisma.$queryRaw<{ subjectId: string }[]>`
    SELECT DISTINCT "subjectId" FROM "Enrolment"
    WHERE "computedFor" = '' AND "demarche" = ANY(${referential.demarches.map(({ id }) => id)}) LIMIT ${PAGE}`;
  const failures: unknown[] = [];
  for (const subjectId of new Set([...told, ...left.map((one) => one.subjectId)])) {
    // One that can't be counted keeps none of the others waiting.
    await refresh(deps, subjectId, clock()).catch((failure: unknown) => failures.push(failure));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some subjects were not counted');
  return left.length === PAGE ? PAGE : 0;
}

/** A page of what another referential computed, computed anew; says how many. */
export async function refreshStale(deps: Needs & Pick<Deps, 'clock'>): Promise<number> {
  const { prisma, referential, clock } = deps;
  const stale = await prisma.enrolment.findMany({
    where: {
      OR: referential.demarches.map((demarche) => ({
        demarche: demarche.id,
        computedFor: { not: fingerprint(referential, demarche) },
      })),
    },
    select: { subjectId: true },
    orderBy: { id: 'asc' },
    take: PAGE,
  });
  const subjects = new Set(stale.map(({ subjectId }) => subjectId));
  for (const subjectId of subjects) await refresh(deps, subjectId, clock());
  return subjects.size;
}
