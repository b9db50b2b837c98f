import type { AuditEvent, Prisma, PrismaClient } from '../database/generated/client.ts';

export const PAGE_SIZE = 50;

export interface AuditFilter {
  /** Somebody's name, or what was acted upon. */
  readonly search: string;
  readonly family: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

export async function findEvents(
  prisma: PrismaClient,
  filter: AuditFilter,
  page: number,
): Promise<{ rows: AuditEvent[]; total: number }> {
  const contains = { contains: filter.search, mode: 'insensitive' } as const;
  const where: Prisma.AuditEventWhereInput = {
    ...(filter.family === '' ? {} : { action: { startsWith: `${filter.family}.` } }),
    ...(filter.search === '' ? {} : { OR: [{ actorName: contains }, { target: contains }] }),
    at: { ...(filter.from === null ? {} : { gte: filter.from }), ...(filter.to === null ? {} : { lt: filter.to }) },
  };
  const rows = await prisma.auditEvent.findMany({
    where,
    orderBy: { seq: 'desc' },
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { rows, total: await prisma.auditEvent.count({ where }) };
}

/** The whole chain in order, a thousand at a time. */
export async function* everyEvent(prisma: PrismaClient): AsyncGenerator<AuditEvent[]> {
  for (let after = 0n; ; ) {
    const rows = await prisma.auditEvent.findMany({
      where: { seq: { gt: after } },
      orderBy: { seq: 'asc' },
      take: 1000,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.seq;
  }
}
