import type { Deps } from '../deps.ts';

const DAY = 24 * 60 * 60_000;
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
  const before = clock().getTime() - DAY;
  let batch: string[] = [];
  for await (const { key, modifiedAt } of storage.list()) {
    if (modifiedAt.getTime() > before) continue;
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

async function unnamed(prisma: Deps['prisma'], keys: readonly string[]): Promise<string[]> {
  const named = await prisma.storedFile.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  const known = new Set(named.map(({ key }) => key));
  return keys.filter((key) => !known.has(key));
}
