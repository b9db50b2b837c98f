import { containing, wordsSought } from '../database/containing.ts';
import type { AccountRequest, Prisma, RequestStatus } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { type Asked, rowsBefore } from '../web/lists.ts';

export const PAGE_SIZE = 20;

/** What a part of the queue holds, and the date that counts there. */
export interface Part {
  readonly states: readonly RequestStatus[];
  readonly date: 'submittedAt' | 'createdAt' | 'decidedAt';
}

export async function countByStatus(transaction: Transaction): Promise<ReadonlyMap<RequestStatus, number>> {
  const counts = await transaction.accountRequest.groupBy({ by: ['status'], _count: true });
  return new Map(counts.map(({ status, _count }) => [status, _count]));
}

export async function listRequests(
  transaction: Transaction,
  part: Part,
  how: Asked,
): Promise<{ readonly requests: readonly AccountRequest[]; readonly total: number }> {
  const where: Prisma.AccountRequestWhereInput = { status: { in: [...part.states] }, AND: searched(how.search) };
  const direction = how.descending ? 'desc' : 'asc';
  const total = await transaction.accountRequest.count({ where });
  const requests = await transaction.accountRequest.findMany({
    where,
    orderBy: [{ [columns(part)[how.sort] ?? part.date]: direction }, { number: direction }],
    skip: rowsBefore(how, total, PAGE_SIZE),
    take: PAGE_SIZE,
  });
  return { requests, total };
}

function columns(part: Part): Readonly<Record<string, keyof AccountRequest>> {
  return { numero: 'number', entreprise: 'legalName', demandeur: 'lastName', date: part.date };
}

/** Each word is somewhere in the request: « durand 123 456 » finds the person and the company. */
function searched(text: string): Prisma.AccountRequestWhereInput[] {
  return wordsSought(text).map((word) => {
    const contains = containing(word);
    const number = /^\d{1,9}$/.test(word) ? [{ number: Number(word) }] : [];
    return {
      OR: [
        { legalName: contains },
        { siren: contains },
        { firstName: contains },
        { lastName: contains },
        { email: contains },
        ...number,
      ],
    };
  });
}
