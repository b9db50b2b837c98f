import type { Transaction } from '../database/transaction.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';

/** The démarches of a subject, from the first that it joined; those that are not published any more ask nothing. */
export async function joinedBy(
  transaction: Transaction,
  { demarches }: Pick<Referential, 'demarches'>,
  subjectId: string,
): Promise<readonly Demarche[]> {
  const rows = await transaction.enrolment.findMany({
    where: { subjectId },
    select: { demarche: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap((row) => demarches.find(({ id }) => id === row.demarche) ?? []);
}
