import { containing } from '../database/containing.ts';
import type { AuditEvent, Prisma, PrismaClient } from '../database/generated/client.ts';
import { type Asked, rowsBefore } from '../web/lists.ts';

export const PAGE_SIZE = 50;

export interface AuditFilter {
  readonly family: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** What is sought is somebody's name, or what was acted upon. */
export async function findEvents(
  prisma: PrismaClient,
  filter: AuditFilter,
  how: Asked,
): Promise<{ rows: AuditEvent[]; total: number }> {
  const contains = containing(how.search);
  const where: Prisma.AuditEventWhereInput = {
    ...(filter.family === '' ? {} : { action: { startsWith: `${filter.family}.` } }),
    ...(how.search === '' ? {} : { OR: [{ actorName: contains }, { target: contains }] }),
    at: { ...(filter.from === null ? {} : { gte: filter.from }), ...(filter.to === null ? {} : { lt: filter.to }) },
  };
  const total = await prisma.auditEvent.count({ where });
  const rows = await prisma.auditEvent.findMany({
    where,
    orderBy: { seq: 'desc' },
    skip: rowsBefore(how, total, PAGE_SIZE),
    take: PAGE_SIZE,
  });
  return { rows, total };
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
