import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../domain/accounts/person.ts';
import type { DeclaredAnswers } from '../domain/profile/profile.ts';
import type { Subject, SubjectName } from '../domain/subjects/subject.ts';
import { storedDeclared } from '../subjects/rows.ts';
import { visibleTo } from '../subjects/scope.ts';
import type { Identified } from './identity.ts';

/** Null where this person does not see it; archived, it is still the core. */
export async function coreSeen(transaction: Transaction, actor: Actor, coreId: string): Promise<SubjectName | null> {
  const [core] = await transaction.$queryRaw<SubjectName[]>`
    SELECT s."id"::text, s."reference", s."name", p."version"
    FROM "Subject" s JOIN "Product" p ON p."subjectId" = s."id"
    WHERE s."id" = ${coreId}::uuid AND ${visibleTo(actor)}`;
  return core ?? null;
}

const changed = { revision: { increment: 1 } } as const;

export async function saveIdentification(
  transaction: Transaction,
  { id }: Subject,
  { name, certifications, responsible, declared, product }: Identified,
): Promise<void> {
  const common = {
    ...changed,
    name,
    certifications,
    responsibleId: responsible.id,
    declared: storedDeclared(declared),
  };
  await transaction.subject.update({
    where: { id },
    data: product === null ? common : { ...common, product: { update: product } },
  });
}

export async function saveQualification(
  transaction: Transaction,
  { id }: Subject,
  declared: DeclaredAnswers,
  qualifiedAt: Date,
): Promise<void> {
  await transaction.subject.update({
    where: { id },
    data: { ...changed, qualifiedAt, declared: storedDeclared(declared) },
  });
}
