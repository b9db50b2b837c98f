import { record, theService } from '../audit/record.ts';
import type { Database } from '../database/open.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { notify } from '../notifications/notify.ts';
import type { Scanner } from '../storage/scanner.ts';
import type { Storage } from '../storage/storage.ts';
import type { Logger } from '../web/logs.ts';
import { paths } from '../web/paths.ts';
import { markStale } from './store.ts';

interface Needs {
  readonly prisma: Database['prisma'];
  readonly storage: Storage;
  readonly referential: Referential;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly scanner: Scanner;
}

interface Waiting {
  readonly id: string;
  readonly key: string;
  readonly sha256: string;
  readonly originalName: string;
}

const BATCH = 20;

/** Reads what waits, the oldest first, after those never tried; how many were read. Away, the scanner is asked again at the next beat. */
export async function scanDue(needs: Needs): Promise<number> {
  const waiting = await needs.prisma.storedFile.findMany({
    where: { state: 'WAITING' },
    orderBy: [{ scannedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
    take: BATCH,
    select: { id: true, key: true, sha256: true, originalName: true },
  });
  let read = 0;
  let failed: unknown = null;
  for (const file of waiting) {
    try {
      await scanOne(needs, file);
      read += 1;
    } catch (failure) {
      // The next ones may be read all the same, and it comes back after them
      await needs.prisma.storedFile.update({ where: { id: file.id }, data: { scannedAt: needs.clock() } });
      needs.log.warn({ file: file.key, err: failure }, 'file not scanned, will be tried again');
      failed = failure;
    }
  }
  if (read === 0 && failed !== null) throw failed;
  return read;
}

async function scanOne({ prisma, storage, scanner, referential, clock }: Needs, file: Waiting): Promise<void> {
  const { finding } = await scanner.scan(await storage.read(file.key));
  const now = clock();
  await inTransaction(prisma, async (transaction) => {
    const state = finding === null ? 'READY' : 'QUARANTINED';
    await transaction.storedFile.update({ where: { id: file.id }, data: { state, finding, scannedAt: now } });
    if (finding === null) return;
    const proofs = await proofsOf(transaction, file.id);
    await markStale(
      transaction,
      proofs.map(({ subjectId }) => subjectId),
    );
    for (const proof of proofs) {
      await notify(transaction, [proof.depositedById], {
        title: 'Une preuve est en quarantaine',
        body: `L’antivirus a trouvé «\u00a0${finding}\u00a0» dans «\u00a0${proof.name}\u00a0» (${proof.criterion})\u00a0: elle ne compte plus. Déposez un fichier sain.`,
        href: hrefOf(referential, proof),
      });
    }
    const details = { file: file.originalName, finding, sha256: file.sha256 };
    const target = String(proofs[0]?.reference ?? file.originalName);
    await record(transaction, { at: now, actor: theService, ip: '', action: 'proof.quarantined', target, details });
  });
}

interface NamedProof {
  readonly subjectId: string;
  readonly reference: number;
  readonly demarches: readonly string[];
  readonly questionnaire: string;
  readonly criterion: string;
  readonly name: string;
  readonly depositedById: string;
}

/** Those that count: nobody needs to replace what was archived. */
function proofsOf(transaction: Transaction, fileId: string): Promise<NamedProof[]> {
  return transaction.$queryRaw<NamedProof[]>`
    SELECT d."subjectId", s."reference", d."questionnaire", d."criterion", d."name", d."depositedById",
      (SELECT coalesce(json_agg(e."demarche" ORDER BY e."createdAt", e."id"), '[]') FROM "Enrolment" e WHERE e."subjectId" = s."id") AS "demarches"
    FROM "Proof" d JOIN "Subject" s ON s."id" = d."subjectId"
    WHERE d."fileId" = ${fileId}::uuid AND d."archivedAt" IS NULL ORDER BY d."depositedAt", d."id"`;
}

/** In the first démarche that it joined and that asks the questionnaire; it may have left it since. */
function hrefOf(
  referential: Needs['referential'],
  { demarches, questionnaire, criterion, reference }: NamedProof,
): string {
  const demarche = referential.demarches.find(
    ({ id, entries }) => demarches.includes(id) && entries.some((entry) => entry.questionnaire === questionnaire),
  );
  if (demarche === undefined) return paths.product({ reference });
  const place = { parcours: demarche.parcours, demarche: demarche.id, reference, slug: questionnaire };
  return paths.criterionProofs({ ...place, code: criterion });
}
