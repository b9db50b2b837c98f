import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DatabaseLocked } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open.ts';
import { startProcess } from './process.ts';

let made: string;
let dataDir: string;

/** The embedded database that a newcomer gets: nothing configured but the folder. */
const open = (folder: string) => openDatabase({ url: undefined, dataDir: folder });
const newFolder = () => mkdtemp(join(tmpdir(), 'data-'));

beforeAll(async () => {
  made = await newFolder();
  const database = await open(made);
  await migrate(database);
  await database.close();
});
afterAll(() => rm(made, { recursive: true }));

beforeEach(async () => {
  dataDir = await newFolder();
});
afterEach(() => rm(dataDir, { recursive: true }));

describe('the embedded database', () => {
  test('keeps all that was acknowledged by a process killed with -9, and opens again at once', async () => {
    await cp(made, dataDir, { recursive: true });
    const writer = startProcess('write', dataDir);
    expect(await writer.line()).toBe('starting');
    expect(await writer.line()).toBe('open');
    const acknowledged: string[] = [];
    while (acknowledged.length < 300) acknowledged.push((await writer.line()) ?? 'ended');
    await expect(open(dataDir)).rejects.toThrow(DatabaseLocked);
    await writer.kill();
    for (let line = await writer.line(); line !== null; line = await writer.line()) acknowledged.push(line);

    const database = await open(dataDir);
    const kept = await database.prisma.throttle.findMany({ select: { key: true } });
    await database.close();
    expect(kept.map(({ key }) => key)).toEqual(expect.arrayContaining(acknowledged));
  });

  test('of two processes started at once, one opens it, the other says why not and ends', async () => {
    await cp(made, dataDir, { recursive: true });
    const processes = [startProcess('write', dataDir), startProcess('write', dataDir)];
    for (const one of processes) expect(await one.line()).toBe('starting');
    const [winner, other] = await Promise.all(
      processes.map(async (one) => ({ one, said: (await one.line()) ?? '' })),
    ).then((both) => both.sort((a, b) => Number(b.said === 'open') - Number(a.said === 'open')));
    expect(winner?.said).toBe('open');
    expect(other?.said).toContain('DatabaseLocked');
    expect(other?.said).toContain(join(dataDir, 'database'));
    expect(other?.said).toContain('DATABASE_URL');
    await other?.one.ended;
    await winner?.one.kill();
  });

  test('a process killed while it made the database leaves the next one to make it whole', async () => {
    const first = startProcess('write', dataDir);
    await vi.waitFor(() => expect(existsSync(join(dataDir, 'database.new', 'PG_VERSION'))).toBe(true), 60_000);
    await first.kill();
    expect(existsSync(join(dataDir, 'database'))).toBe(false);
    const database = await open(dataDir);
    await database.ping();
    await database.close();
    expect(existsSync(join(dataDir, 'database.new'))).toBe(false);
  });
});
