import { lockIdentifiers } from '../accounts/people.ts';
import { record, theService } from '../audit/record.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { decidedLongAgo } from '../domain/accounts/papers-link.ts';
import { removeFiles } from '../jobs/stray-files.ts';
import { dropPapers } from './papers.ts';
import type { AccountRequest } from './store.ts';
import { nameOf } from './trail.ts';

const BATCH = 50;

/** A2: papers go thirty days after the decision: their rows, then their files. Returns how many requests had some. */
export async function purgeDecidedPapers(deps: Deps): Promise<number> {
  const now = deps.clock();
  const { requests, keys } = await inTransaction(deps.prisma, async (transaction) => {
    const found = await lockWithOldPapers(transaction, decidedLongAgo(now), BATCH);
    const dropped = await dropPapers(
      transaction,
      found.map(({ id }) => id),
    );
    for (const request of found) {
      await record(transaction, {
        at: now,
        actor: theService,
        ip: '',
        action: 'request.papersRemoved',
        target: nameOf(request),
      });
    }
    return { requests: found, keys: dropped };
  });
  await removeFiles(deps, keys);
  return requests.length;
}

/** Requests whose link ran out before any paper came: with the next request, or within the hour. */
export async function purgeAbandonedRequests(deps: Deps): Promise<number> {
  const { count, keys } = await inTransaction(deps.prisma, async (transaction) => {
    await lockIdentifiers(transaction);
    return forgetAbandoned(transaction, deps.clock());
  });
  await removeFiles(deps, keys);
  return count;
}

/** Returns the keys of their files, if they had been asked for other papers: to be removed once this is committed. */
export async function forgetAbandoned(
  transaction: Transaction,
  now: Date,
): Promise<{ count: number; keys: readonly string[] }> {
  const abandoned = await lockAbandoned(transaction, now);
  if (abandoned.length === 0) return { count: 0, keys: [] };
  const ids = abandoned.map(({ id }) => id);
  const keys = await dropPapers(transaction, ids);
  await transaction.accountRequest.deleteMany({ where: { id: { in: ids } } });
  for (const request of abandoned) {
    const details = { company: request.legalName };
    await record(transaction, {
      at: now,
      actor: theService,
      ip: '',
      action: 'request.abandoned',
      target: nameOf(request),
      details,
    });
  }
  return { count: abandoned.length, keys };
}

/** What the hourly loop does: zero once nothing is left to do. */
export async function purgeRequests(deps: Deps): Promise<number> {
  return (await purgeDecidedPapers(deps)) + (await purgeAbandonedRequests(deps));
}

/** A1, A4: a request whose link ran out must not keep its SIREN, login and address for ever. Locked, so that no papers come meanwhile. */
function lockAbandoned(
  transaction: Transaction,
  now: Date,
): Promise<Pick<AccountRequest, 'id' | 'number' | 'legalName'>[]> {
  return transaction.$queryRaw`
    SELECT "id", "number", "legalName" FROM "AccountRequest"
    WHERE "status" = 'AWAITING_PAPERS' AND "tokenExpiresAt" <= ${now} ORDER BY "number" FOR UPDATE`;
}

/** Decided at that instant or before, and their papers still there. */
function lockWithOldPapers(
  transaction: Transaction,
  decidedBefore: Date,
  most: number,
): Promise<Pick<AccountRequest, 'id' | 'number'>[]> {
  return transaction.$queryRaw`
    SELECT r."id", r."number" FROM "AccountRequest" r
    WHERE r."status" IN ('APPROVED', 'REFUSED') AND r."decidedAt" <= ${decidedBefore}
      AND EXISTS (SELECT FROM "RequestPaper" p WHERE p."requestId" = r."id")
    ORDER BY r."decidedAt" LIMIT ${most} FOR UPDATE SKIP LOCKED`;
}
