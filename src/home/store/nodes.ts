import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/accounts/person.ts';
import type { Item } from '../../domain/enrolment/items.ts';
import type { Progress } from '../../domain/progress.ts';
import type { ProductType, SubjectKind, SubjectName } from '../../domain/subjects/subject.ts';
import { visibleTo } from '../../subjects/scope.ts';

/** A subject in a démarche: how many of its questionnaires are done. */
export interface Enrolled {
  readonly id: string;
  readonly demarche: string;
  readonly state: Progress;
  readonly done: number;
  readonly total: number;
  readonly at: Date;
  readonly by: string;
}

/** What the dashboard counts, searches and sorts of everything that somebody sees in the company: no more than that. */
export interface Node extends SubjectName {
  readonly kind: SubjectKind;
  readonly archived: boolean;
  readonly responsibleId: string;
  readonly responsibleName: string;
  readonly type: ProductType | null;
  /** P7, A5: the reference of the core product that an option needs; null to who does not see it. */
  readonly core: number | null;
  readonly enrolments: readonly Enrolled[];
}

/** JSON has no dates. */
type Dated<Row, Key extends keyof Row> = Omit<Row, Key> & {
  readonly [K in Key]: Row[K] extends Date ? string : string | null;
};

export async function nodesOf(transaction: Transaction, actor: Actor): Promise<Node[]> {
  const rows = await transaction.$queryRaw<
    (Omit<Node, 'enrolments'> & { readonly enrolments: readonly Dated<Enrolled, 'at'>[] })[]
  >`
    SELECT s."id", s."reference", s."kind", s."name", coalesce(p."version", '') AS "version", p."type",
           s."archivedAt" IS NOT NULL AS "archived", s."responsibleId", u."firstName" || ' ' || u."lastName" AS "responsibleName",
           (SELECT s."reference" FROM "Subject" s WHERE s."id" = p."coreId" AND ${visibleTo(actor)}) AS "core",
           coalesce(e."all", '[]') AS "enrolments"
    FROM "Subject" s
    JOIN "User" u ON u."id" = s."responsibleId"
    LEFT JOIN "Product" p ON p."subjectId" = s."id"
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', e."id", 'demarche', e."demarche", 'state', e."state", 'at', e."createdAt",
                                        'by', e."createdBy", 'done', i."done", 'total', i."total")) AS "all"
      FROM "Enrolment" e CROSS JOIN LATERAL (
        SELECT count(*)::int AS "total", count(*) FILTER (WHERE i."state" = 'DONE')::int AS "done"
        FROM "ProgressItem" i WHERE i."enrolmentId" = e."id"
      ) i
      WHERE e."subjectId" = s."id" AND s."archivedAt" IS NULL
    ) e ON true
    WHERE ${visibleTo(actor)}`;
  return rows.map((row) => ({ ...row, enrolments: row.enrolments.map((one) => ({ ...one, at: new Date(one.at) })) }));
}

/** One questionnaire of an enrolment, as it is kept. */
export interface KeptItem extends Pick<Item, 'questionnaire' | 'act' | 'state' | 'done' | 'total' | 'attained'> {
  readonly enrolmentId: string;
}

/** The evaluations of these enrolments, in their order. */
export function evaluationsOf(transaction: Transaction, enrolmentIds: readonly string[]): Promise<KeptItem[]> {
  return transaction.progressItem.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] }, act: 'EVALUATION' },
    orderBy: [{ enrolmentId: 'asc' }, { position: 'asc' }],
    select: {
      enrolmentId: true,
      questionnaire: true,
      act: true,
      state: true,
      done: true,
      total: true,
      attained: true,
    },
  });
}
