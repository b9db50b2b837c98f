import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FolderLock, lockFolder } from '../../src/database/folder-lock.ts';
import { type Process, startProcess } from './process.ts';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'lock-'));
  folder = join(parent, 'database');
});
afterEach(() => rm(parent, { recursive: true }));

async function ready(): Promise<Process> {
  const started = startProcess('lock', folder);
  expect(await started.line()).toBe('ready');
  return started;
}

async function tryToLock(started: Process): Promise<string | null> {
  started.write('now');
  return started.line();
}

describe('a folder is locked by one process at most', () => {
  test('of several processes that try at once, exactly one locks it', async () => {
    const processes = await Promise.all([ready(), ready(), ready(), ready()]);
    const outcomes = await Promise.all(processes.map(tryToLock));
    expect(outcomes.sort()).toEqual(['locked', 'refused', 'refused', 'refused']);
    await Promise.all(processes.map((one) => one.kill()));
  });

  test('a process killed with -9 leaves the folder free at once, and nothing behind', async () => {
    const holder = await ready();
    expect(await tryToLock(holder)).toBe('locked');
    expect(await lockFolder(folder)).toBeNull();
    await holder.kill();
    const lock = await lockFolder(folder);
    expect(lock).not.toBeNull();
    expect(await readdir(`${folder}.lock`)).toHaveLength(1);
    await lock?.release();
    expect(await readdir(`${folder}.lock`)).toEqual([]);
  });

  test('after any number of killed processes, of many that try at once one locks it', async () => {
    const killed = await Promise.all([ready(), ready(), ready()]);
    await Promise.all(killed.map(tryToLock));
    await Promise.all(killed.map((one) => one.kill()));
    for (let round = 0; round < 50; round += 1) {
      const locks = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)));
      const held = locks.filter((lock): lock is FolderLock => lock !== null);
      expect(held).toHaveLength(1);
      await held[0]?.release();
    }
  });

  test('a stopped process still holds its lock', async () => {
    const holder = await ready();
    expect(await tryToLock(holder)).toBe('locked');
    holder.stop();
    expect(await lockFolder(folder)).toBeNull();
    await holder.kill();
  });

  test('a folder whose path is too long for a lock says so', async () => {
    await expect(lockFolder(join(parent, 'long'.repeat(30)))).rejects.toThrow('est trop long');
  });
});
