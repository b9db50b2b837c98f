import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileMissing, type Limits, type Storage, type Stored, TooLarge } from './storage.ts';

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/** Each file under a random key, in one of 256 folders; written under another name first, so that a reader never meets half of one. */
export function openFolderStorage(folder: string): Storage {
  const workshop = join(folder, 'en-cours');
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new FileMissing(`No file has the key ${key}`);
    return join(folder, key);
  };
  return {
    write: async (content, limits) => {
      // Heard from the first instant, or a sender that fails before the file is open stops the process. `copy` meets it too.
      content.once('error', () => {});
      const name = randomUUID();
      const key = `${name.slice(0, 2)}/${name}`;
      const unfinished = join(workshop, name);
      const shelf = dirname(join(folder, key));
      await mkdir(workshop, { recursive: true });
      const isNewShelf = (await mkdir(shelf, { recursive: true })) !== undefined;
      try {
        const written = await copy(content, unfinished, limits);
        await rename(unfinished, join(folder, key));
        await syncFolder(shelf);
        if (isNewShelf) await syncFolder(folder);
        return { key, ...written };
      } catch (failure) {
        await rm(unfinished, { force: true });
        throw failure;
      }
    },
    read: async (key) => {
      const file = await open(pathOf(key), 'r').catch((failure: NodeJS.ErrnoException) => {
        throw failure.code === 'ENOENT' ? new FileMissing(`No file has the key ${key}`, { cause: failure }) : failure;
      });
      return file.createReadStream();
    },
    has: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
    remove: (key) => rm(pathOf(key), { force: true }),
    removeUnfinished: async (since) => {
      for (const name of await readdir(workshop).catch(noneYet)) {
        const found = await stat(join(workshop, name)).catch(() => null);
        if (found !== null && found.mtime < since) await rm(join(workshop, name), { force: true });
      }
    },
    list: async function* () {
      for (const shelf of await readdir(folder).catch(noneYet)) {
        if (shelf.length !== 2) continue;
        for (const name of await readdir(join(folder, shelf))) {
          const key = `${shelf}/${name}`;
          const found = await stat(join(folder, key)).catch(() => null);
          if (found !== null) yield { key, modifiedAt: found.mtime };
        }
      }
    },
  };
}

/** The folder is made with its first file. */
function noneYet(failure: NodeJS.ErrnoException): string[] {
  if (failure.code === 'ENOENT') return [];
  throw failure;
}

async function copy(content: Readable, path: string, { maxBytes, check }: Limits): Promise<Omit<Stored, 'key'>> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of content.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > maxBytes) throw new TooLarge(`More than ${maxBytes} bytes`);
      check?.(chunk);
      hash.update(chunk);
      await file.appendFile(chunk);
    }
    // Acknowledged means on disk, even if the machine loses power now.
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
