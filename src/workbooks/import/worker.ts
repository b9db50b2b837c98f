import { parentPort, workerData } from 'node:worker_threads';
import { ANSWERS } from '../columns.ts';
import { UnreadableBook } from './archive.ts';
import { readGrid } from './book.ts';
import type { Grid } from './grid.ts';

/** What the thread that reads one workbook answers: its sheet of answers, or what is wrong with it. */
export type Told = { readonly ok: true; readonly grid: Grid | null } | { readonly ok: false; readonly problem: string };

const told: Told = await readGrid(Buffer.from(workerData), ANSWERS).then(
  (grid) => ({ ok: true, grid }),
  (failure: unknown) => {
    if (failure instanceof UnreadableBook) return { ok: false, problem: failure.message };
    throw failure;
  },
);
parentPort?.postMessage(told);
