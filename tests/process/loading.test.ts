import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../../src/root.ts';

/** Of the first loading in a process of its own: what a start pays. */
async function processorMs(): Promise<number> {
  const bench = join('tests', 'bench', 'loading.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', bench], { cwd: root });
  return Number(/, cold .*processor: (\d+) ms/.exec(stdout)?.[1]);
}

test('the whole referential is loaded and checked under 500 ms of processor time, the first time in a process', async () => {
  // Another program may disturb one process or two, not what the loading costs: the least of three is it.
  const times = [await processorMs(), await processorMs(), await processorMs()];
  expect(Math.min(...times)).toBeGreaterThan(0);
  expect(Math.min(...times)).toBeLessThan(500);
});
