import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../../root.ts';
import { UnreadableBook } from './archive.ts';
import type { Grid } from './grid.ts';
import type { Told } from './worker.ts';

/** Made by the build: the sources and the bundle start the same. */
const script = join(root, 'dist/workbooks/import/worker.js');

/** The largest questionnaire takes a tenth of it, on a machine that is busy. */
const LIMIT_MS = 10_000;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

const tooLong =
  'Ce classeur est trop long à lire\u00a0: repartez du classeur téléchargé depuis la plateforme, et recopiez-y vos réponses.';

/**
 * The sheet of answers of a workbook, read in a thread that is ended when it takes too long or too much memory: whatever somebody sends,
 * everybody else is answered meanwhile.
 */
export async function readApart(content: Buffer, limitMs = LIMIT_MS): Promise<Grid | null> {
  const worker = new Worker(script, { workerData: content, resourceLimits: MEMORY, execArgv: [], env: {} });
  try {
    const told = await answerOf(worker, limitMs);
    if (!told.ok) throw new UnreadableBook(told.problem);
    return told.grid;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, limitMs: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new UnreadableBook(tooLong)), limitMs);
    const fail = (failure: unknown): void => {
      clearTimeout(timer);
      reject(isOutOfMemory(failure) ? new UnreadableBook(tooLong, { cause: failure }) : failure);
    };
    worker.once('message', (told: Told) => {
      clearTimeout(timer);
      resolve(told);
    });
    worker.once('error', fail);
    worker.once('exit', () => fail(new Error('The thread that reads a workbook ended without an answer')));
  });
}

function isOutOfMemory(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
