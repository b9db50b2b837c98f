import type { Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { storageProblem } from '../domain/proofs/storage.ts';
import { type KeptFile, keepFile, type ReceivedFile, replaceCopy, storedBy } from './store.ts';

export interface Kept extends KeptFile {
  readonly file: ReceivedFile;
}

interface Keeping {
  readonly companyId: string;
  readonly now: Date;
  /** Told when the company has no room left: it throws. */
  readonly refuse: (problem: string | null) => void;
}

/** Q7: files as a company keeps them, in the order in which they were sent. */
export async function keepFiles(
  deps: Deps,
  transaction: Transaction,
  files: readonly ReceivedFile[],
  { companyId, now, refuse }: Keeping,
): Promise<readonly Kept[]> {
  const rows = new Map<string, KeptFile>();
  // Rows are taken in one order by everybody, or two deposits of the same files would wait for each other
  for (const file of files.toSorted((a, b) => a.sha256.localeCompare(b.sha256))) {
    rows.set(file.key, await keepOne(deps, transaction, file, { companyId, now }));
  }
  const kept = files.flatMap((file) => {
    const row = rows.get(file.key);
    return row === undefined ? [] : [{ ...row, file }];
  });
  // What the company had already weighs nothing more
  const isHeavier = kept.some(({ key, file }) => key === file.key);
  if (isHeavier) refuse(storageProblem(await storedBy(transaction, companyId)));
  return kept;
}

/** The content that the company had already, unless its copy is gone. */
async function keepOne(
  { scanning, storage }: Deps,
  transaction: Transaction,
  file: ReceivedFile,
  { companyId, now }: Pick<Keeping, 'companyId' | 'now'>,
): Promise<KeptFile> {
  const state = scanning === null ? 'READY' : 'WAITING';
  const kept = await keepFile(transaction, companyId, file, { state, now });
  if (kept.key === file.key || (await storage.has(kept.key))) return kept;
  await replaceCopy(transaction, kept, file.key);
  return { ...kept, key: file.key };
}
