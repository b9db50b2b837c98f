import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFolderStorage } from '../../src/storage/folder.ts';
import { FileMissing, type Storage, TooLarge } from '../../src/storage/storage.ts';

let folder: string;
let storage: Storage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
  storage = openFolderStorage(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function keys(): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of storage.list()) found.push(key);
  return found.sort();
}

const DAY = 86_400_000;
const bytes = (size: number) => Buffer.alloc(size, 'é');
const chunks = (content: Buffer) => Readable.from([content.subarray(0, 100), content.subarray(100)]);

describe('Q7: files in a folder', () => {
  test('what is written is read back, with its size and its hash', async () => {
    const content = bytes(100_000);
    const stored = await storage.write(chunks(content), { maxBytes: 100_000 });
    expect(stored).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/),
      size: 100_000,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(await buffer(await storage.read(stored.key))).toEqual(content);
  });

  test('the same content twice is two files', async () => {
    const first = await storage.write(Readable.from([bytes(10)]), { maxBytes: 10 });
    const second = await storage.write(Readable.from([bytes(10)]), { maxBytes: 10 });
    expect(second.key).not.toBe(first.key);
    expect(await keys()).toEqual([first.key, second.key].sort());
  });

  test('an empty file is a file', async () => {
    const { key, size } = await storage.write(Readable.from([]), { maxBytes: 10 });
    expect(size).toBe(0);
    expect(await buffer(await storage.read(key))).toEqual(Buffer.alloc(0));
  });

  test('one byte too many is refused, leaves nothing, and the sender can still be answered', async () => {
    const sender = Readable.from([bytes(101), bytes(1)]);
    await expect(storage.write(sender, { maxBytes: 100 })).rejects.toThrow(TooLarge);
    expect(await filesOnDisk()).toEqual([]);
    expect(sender.destroyed).toBe(false);
  });

  test('too large is said as soon as it is known, not at the end', async () => {
    const sender = new PassThrough();
    const written = storage.write(sender, { maxBytes: 100 });
    sender.write(bytes(101));
    await expect(written).rejects.toThrow(TooLarge);
  });

  test('a sender who goes away leaves nothing', async () => {
    const sender = new PassThrough();
    const written = storage.write(sender, { maxBytes: 1_000 });
    sender.write(bytes(500), () => sender.destroy());
    await expect(written).rejects.toThrow('Premature close');
    expect(await filesOnDisk()).toEqual([]);
  });

  test('a sender that fails leaves nothing, and its failure is the one that is told', async () => {
    const sender = new PassThrough();
    const written = storage.write(sender, { maxBytes: 1_000 });
    sender.write(bytes(500), () => sender.destroy(new Error('the line is cut')));
    await expect(written).rejects.toThrow('the line is cut');
    expect(await filesOnDisk()).toEqual([]);
  });

  test('what is still being written is not listed', async () => {
    const sender = new PassThrough();
    const written = storage.write(sender, { maxBytes: 1_000 });
    await new Promise((sent) => sender.write(bytes(500), sent));
    expect(await keys()).toEqual([]);
    sender.end();
    const { key } = await written;
    expect(await keys()).toEqual([key]);
  });

  test('A2: what a killed process left unfinished is removed once it is old; what is being written is not', async () => {
    const killed = new PassThrough();
    storage.write(killed, { maxBytes: 1_000 }).catch(() => undefined);
    await new Promise((sent) => killed.write(bytes(500), sent));
    await expect.poll(filesOnDisk).toHaveLength(1);
    const [left = ''] = await filesOnDisk();
    const longAgo = new Date(Date.now() - 2 * DAY);
    await utimes(left, longAgo, longAgo);
    const sender = new PassThrough();
    const written = storage.write(sender, { maxBytes: 1_000 });
    await new Promise((sent) => sender.write(bytes(500), sent));
    await expect.poll(filesOnDisk).toHaveLength(2);

    await storage.removeUnfinished(new Date(longAgo.getTime() - 1));
    expect(await filesOnDisk()).toContain(left);
    await storage.removeUnfinished(new Date(Date.now() - DAY));
    expect(await filesOnDisk()).not.toContain(left);
    sender.end();
    const { key } = await written;
    await storage.removeUnfinished(new Date(Date.now() + DAY));
    expect(await keys()).toEqual([key]);
    killed.destroy();
  });

  test('nothing unfinished is no failure, were there no folder yet', async () => {
    await rm(folder, { recursive: true });
    await storage.removeUnfinished(new Date());
    expect(await keys()).toEqual([]);
    await mkdir(folder);
  });

  test('what is removed is gone, and removing it again is no failure', async () => {
    const { key } = await storage.write(Readable.from([bytes(10)]), { maxBytes: 10 });
    await storage.remove(key);
    await storage.remove(key);
    expect(await keys()).toEqual([]);
    await expect(storage.read(key)).rejects.toThrow(FileMissing);
  });

  test.each(['../secret', 'ab/../../secret', '/etc/passwd', '', 'en-cours/x'])(
    'the key %j leads nowhere',
    async (key) => {
      await expect(storage.read(key)).rejects.toThrow(FileMissing);
    },
  );

  test('a list tells when each file came', async () => {
    const before = Date.now() - 2_000;
    await storage.write(Readable.from([bytes(10)]), { maxBytes: 10 });
    for await (const { modifiedAt } of storage.list()) expect(modifiedAt.getTime()).toBeGreaterThan(before);
    expect(await keys()).toHaveLength(1);
  });
});
