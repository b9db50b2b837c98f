import type { Deps } from '../deps.ts';
import { forgottenBefore } from '../domain/retention.ts';

const BATCH = 200;

/** Once what named them is gone for good. A failure is no reason to fail: what stays is stray, and goes in its turn. */
export async function removeFiles(
  { storage, log }: Pick<Deps, 'storage' | 'log'>,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys) {
    await storage
      .remove(key)
      .catch((failure: unknown) => log.warn({ file: key, err: failure }, 'file not removed, will be tried again'));
  }
}

type Where = Pick<Deps, 'prisma' | 'storage' | 'clock'>;

/** Files that no row names, a day old or more: a form sent whose process was killed before it was kept, papers whose row went before them. */
export async function* strayFiles({ prisma, storage, clock }: Where): AsyncGenerator<string> {
  const before = forgottenBefore('file', clock());
  let batch: string[] = [];
  for await (const { key, modifiedAt } of storage.list()) {
    if (modifiedAt > before) continue;
    batch.push(key);
    if (batch.length < BATCH) continue;
    yield* await unnamed(prisma, batch);
    batch = [];
  }
  yield* await unnamed(prisma, batch);
}

export async function removeStrayFiles(deps: Where & Pick<Deps, 'log'>): Promise<void> {
  for await (const key of strayFiles(deps)) await removeFiles(deps, [key]);
}

/** What was still being written when a process was killed. Nothing names it, whatever the database: it goes by itself. */
export async function removeUnfinishedFiles({ storage, clock }: Pick<Deps, 'storage' | 'clock'>): Promise<void> {
  await storage.removeUnfinished(forgottenBefore('file', clock()));
}

/** A file that rows name and that storage does not have. */
export interface MissingFile {
  readonly key: string;
  readonly name: string;
  /** What names it: a subject's reference, or a request. */
  readonly about: string;
}

/** What a crash of the disk, or a backup of the database alone, would leave. */
export async function* missingFiles({
  prisma,
  storage,
}: Pick<Deps, 'prisma' | 'storage'>): AsyncGenerator<MissingFile> {
  let after = '';
  for (;;) {
    const files = await prisma.storedFile.findMany({
      where: { key: { gt: after } },
      orderBy: { key: 'asc' },
      take: BATCH,
      select: {
        key: true,
        originalName: true,
        proofs: { select: { subject: { select: { reference: true } } }, take: 1 },
      },
    });
    for (const { key, originalName, proofs } of files) {
      if (await storage.has(key)) continue;
      const reference = proofs[0]?.subject.reference;
      yield { key, name: originalName, about: reference === undefined ? 'demande de compte' : `objet ${reference}` };
    }
    const last = files.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

async function unnamed(prisma: Deps['prisma'], keys: readonly string[]): Promise<string[]> {
  const named = await prisma.storedFile.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  const known = new Set(named.map(({ key }) => key));
  return keys.filter((key) => !known.has(key));
}
