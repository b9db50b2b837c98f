import type { AccountRequest, PaperKind } from '../database/generated/client.ts';
import type { Transaction } from '../database/transaction.ts';
import { NotFound } from '../domain/errors.ts';
import type { Received } from '../web/uploads.ts';

export const labelOf: Readonly<Record<PaperKind, string>> = { IDENTITY: 'Pièce d’identité', KBIS: 'Extrait Kbis' };

/** In the address of a paper. */
export const slugOf: Readonly<Record<PaperKind, string>> = { IDENTITY: 'identite', KBIS: 'kbis' };

export function kindOf(slug: string): PaperKind {
  if (slug === slugOf.IDENTITY) return 'IDENTITY';
  if (slug === slugOf.KBIS) return 'KBIS';
  throw new NotFound('Cette pièce est introuvable.');
}

/** Browsers refuse to show a PDF in a sandbox: it is downloaded. */
export function isImage({ contentType }: Pick<Paper, 'contentType'>): boolean {
  return contentType.startsWith('image/');
}

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** Ours, never the sender's: `demande-12-kbis.pdf`. */
export function fileName(request: Pick<AccountRequest, 'number'>, paper: Pick<Paper, 'kind' | 'contentType'>): string {
  return `demande-${request.number}-${slugOf[paper.kind]}.${extensions[paper.contentType] ?? 'bin'}`;
}

export interface Paper {
  readonly kind: PaperKind;
  readonly issuedOn: Date | null;
  readonly key: string;
  readonly originalName: string;
  readonly contentType: string;
  readonly size: number;
  readonly depositedAt: Date;
}

/** In one query, the identity document first. */
export function papersOf(transaction: Transaction, requestId: string): Promise<Paper[]> {
  return transaction.$queryRaw<Paper[]>`
    SELECT p."kind", p."issuedOn", f."key", f."originalName", f."contentType", f."size", f."createdAt" AS "depositedAt"
    FROM "RequestPaper" p JOIN "StoredFile" f ON f."id" = p."fileId"
    WHERE p."requestId" = ${requestId}::uuid ORDER BY p."kind"`;
}

/** A file of a form, accepted and in storage. */
export type StoredPaper = Extract<Received, { ok: true }>;

export async function keepPaper(
  transaction: Transaction,
  requestId: string,
  kind: PaperKind,
  { originalName, contentType, key, size, sha256 }: StoredPaper,
  dates: { readonly issuedOn: Date | null; readonly now: Date },
): Promise<void> {
  const file = { originalName, contentType, key, size, sha256, createdAt: dates.now };
  await transaction.requestPaper.create({
    data: { kind, issuedOn: dates.issuedOn, request: { connect: { id: requestId } }, file: { create: file } },
  });
}

/** Returns the keys of the files, to be removed from storage once this is committed. */
export async function dropPapers(transaction: Transaction, requestIds: readonly string[]): Promise<string[]> {
  const papers = await transaction.requestPaper.findMany({
    where: { requestId: { in: [...requestIds] } },
    select: { fileId: true, file: { select: { key: true } } },
  });
  await transaction.requestPaper.deleteMany({ where: { requestId: { in: [...requestIds] } } });
  await transaction.storedFile.deleteMany({ where: { id: { in: papers.map(({ fileId }) => fileId) } } });
  return papers.map(({ file }) => file.key);
}
