import type { Transaction } from '../database/transaction.ts';
import type { SignedVisit } from '../web/visit.ts';

/** Accepted, and in storage. */
export interface ReceivedFile {
  readonly key: string;
  readonly originalName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface KeptFile {
  readonly id: string;
  /** Where the content is: another copy than the one received when the company had it already. */
  readonly key: string;
}

/** Q7: the same content is kept once in a company. */
export async function keepFile(
  transaction: Transaction,
  companyId: string,
  { key, originalName, contentType, size, sha256 }: ReceivedFile,
  { state, now }: { readonly state: 'READY' | 'WAITING'; readonly now: Date },
): Promise<KeptFile> {
  const [kept] = await transaction.$queryRaw<KeptFile[]>`
    INSERT INTO "StoredFile" ("id", "key", "originalName", "contentType", "size", "sha256", "createdAt", "companyId", "state")
    VALUES (gen_random_uuid(), ${key}, ${originalName}, ${contentType}, ${size}, ${sha256}, ${now}, ${companyId}::uuid,
            ${state}::"FileState")
    ON CONFLICT ("companyId", "sha256") DO UPDATE SET "sha256" = EXCLUDED."sha256"
    RETURNING "id", "key"`;
  if (kept === undefined) throw new Error('The file was not kept');
  return kept;
}

/** How much the files of a company weigh, in octets: what was archived is kept too. */
export async function storedBy(transaction: Transaction, companyId: string): Promise<number> {
  const { _sum } = await transaction.storedFile.aggregate({ where: { companyId }, _sum: { size: true } });
  return Number(_sum.size ?? 0);
}

/** The copy that a row names is gone: the one received takes its place. */
export async function replaceCopy(transaction: Transaction, { id }: KeptFile, key: string): Promise<void> {
  await transaction.storedFile.update({ where: { id }, data: { key } });
}

export interface NewProof {
  readonly subjectId: string;
  readonly questionnaire: string;
  readonly criterion: string;
  readonly type: string;
  readonly fileId: string;
  readonly name: string;
  readonly contentType: string;
  readonly description: string;
  readonly final: boolean;
}

export async function addProof(
  transaction: Transaction,
  { actor, now }: Pick<SignedVisit, 'actor' | 'now'>,
  proof: NewProof,
): Promise<void> {
  await transaction.proof.create({
    data: { ...proof, depositedAt: now, depositedById: actor.id, depositedBy: actor.name },
  });
}

/** Whether such a proof is live already: sent twice, as after an answer that was lost on its way, it is deposited once. */
export async function isDeposited(transaction: Transaction, where: Where): Promise<boolean> {
  return (await transaction.proof.count({ where: { ...where, archivedAt: null } })) > 0;
}

/** Under any name where none is given. */
type Where = Pick<NewProof, 'subjectId' | 'questionnaire' | 'criterion' | 'type' | 'fileId'> &
  Partial<Pick<NewProof, 'name'>>;

export async function setArchived(
  transaction: Transaction,
  id: string,
  archived: { readonly at: Date; readonly by: string } | null,
): Promise<void> {
  const data = { archivedAt: archived?.at ?? null, archivedBy: archived?.by ?? null };
  await transaction.proof.update({ where: { id }, data });
}

export async function setFinal(transaction: Transaction, ids: readonly string[], final: boolean): Promise<void> {
  await transaction.proof.updateMany({ where: { id: { in: [...ids] } }, data: { final } });
}

/** Where the content of a proof is. */
export async function keyOf(transaction: Transaction, proofId: string): Promise<string> {
  const { file } = await transaction.proof.findUniqueOrThrow({
    where: { id: proofId },
    select: { file: { select: { key: true } } },
  });
  return file.key;
}

/** A live proof of the subject, whatever its questionnaire. */
export interface AttachableProof {
  readonly id: string;
  readonly fileId: string;
  readonly criterion: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

/** What may be attached elsewhere without being sent again: each file once, as it was last deposited. */
export async function attachableProofs(
  transaction: Transaction,
  subjectId: string,
): Promise<readonly AttachableProof[]> {
  return transaction.$queryRaw<AttachableProof[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (d."fileId") d."id", d."fileId", d."criterion", d."name", d."contentType", f."size", f."sha256"
      FROM "Proof" d JOIN "StoredFile" f ON f."id" = d."fileId"
      WHERE d."subjectId" = ${subjectId}::uuid AND d."archivedAt" IS NULL AND f."state" <> 'QUARANTINED'
      ORDER BY d."fileId", d."depositedAt" DESC, d."id"
    ) last ORDER BY "name", "id"`;
}

/** Keeps a draft from being validated meanwhile; false when it just was. */
export async function lockDraft(transaction: Transaction, draftId: string): Promise<boolean> {
  const locked = await transaction.$queryRaw<object[]>`
    SELECT "id" FROM "Response" WHERE "id" = ${draftId}::uuid AND "status" = 'DRAFT' FOR UPDATE`;
  return locked.length > 0;
}

/** What was counted of these subjects is counted anew when it is next read. */
export async function markStale(transaction: Transaction, subjectIds: readonly string[]): Promise<void> {
  // In order: whoever counts them locks them so too
  await transaction.$executeRaw`
    UPDATE "Enrolment" SET "computedFor" = '' WHERE "id" IN (
      SELECT "id" FROM "Enrolment" WHERE "subjectId" = ANY(${[...subjectIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE)`;
}
