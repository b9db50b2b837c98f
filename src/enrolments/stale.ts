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
