import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { Source } from './source.ts';

/** Where the build keeps what it read: by the hash of each text, what the text holds. */
export const parsedFile = join(root, 'dist', 'referential.json');

/** What a text holds, if it was read before; a text that changed since is not known. */
export type Parsed = (text: string) => unknown;

export const nothingParsed: Parsed = () => undefined;

export async function readParsed(file: string): Promise<Parsed> {
  const kept = await readFile(file, 'utf8').catch(absent);
  if (kept === null) return nothingParsed;
  const contents = new Map<string, unknown>(Object.entries(JSON.parse(kept)));
  return (text) => contents.get(hashOf(text));
}

/** A file that can't be read is left out: its mistakes are told at each start. */
export async function keepParsed(file: string, sources: readonly Source[]): Promise<void> {
  const readable = sources.filter(({ mistakes }) => mistakes.length === 0);
  const contents = readable.map(({ text, content }) => [hashOf(text), content]);
  // Whole or not at all: a start never reads half of it.
  await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(contents)));
  await rename(`${file}.new`, file);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function absent(failure: unknown): null {
  if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return null;
  throw failure;
}
