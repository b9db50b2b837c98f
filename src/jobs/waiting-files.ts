import type { Deps } from '../deps.ts';

/** At start. Files that waited for a scanner that is configured no more are read as those that come now: at once. */
export async function releaseWaiting({ scanning, prisma, log }: Deps): Promise<void> {
  if (scanning !== null) return;
  const { count } = await prisma.storedFile.updateMany({ where: { state: 'WAITING' }, data: { state: 'READY' } });
  if (count > 0) log.warn({ files: count }, 'no scanner is configured any more: files that waited for it are open');
}
