import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { lockFolder } from '../database/folder-lock.ts';
import { root } from '../root.ts';
import { assets } from './assets.ts';
import { bundle } from './bundle.ts';
import { generate } from './generate.ts';
import { pictureFonts } from './picture-fonts.ts';
import { referential } from './referential.ts';
import { isUpToDate, runAndStamp, type Step } from './step.ts';

const steps: readonly Step[] = [generate, referential, assets, pictureFonts, bundle];

/** Makes what a start needs and the repository does not hold. A step whose inputs have not changed is skipped. */
export async function build(options: { force?: boolean } = {}): Promise<void> {
  const force = options.force ?? false;
  if (!force && (await allUpToDate())) return;
  await alone(async () => {
    for (const step of steps) {
      if (force || !(await isUpToDate(step))) await runAndStamp(step);
    }
  });
}

async function allUpToDate(): Promise<boolean> {
  const states = await Promise.all(steps.map(isUpToDate));
  return states.every(Boolean);
}

/** Two builds at once (tests, a start) would write the same files: the second waits, then finds nothing to do. */
async function alone(act: () => Promise<void>): Promise<void> {
  const folder = join(root, 'dist', 'build');
  await mkdir(folder, { recursive: true });
  let lock = await lockFolder(folder);
  while (lock === null) {
    await delay(100);
    lock = await lockFolder(folder);
  }
  try {
    await act();
  } finally {
    await lock.release();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ force: process.argv.includes('--force') });
}
