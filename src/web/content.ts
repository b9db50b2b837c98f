import type { Content } from '../domain/proofs/kinds.ts';
import { openText } from './text-content.ts';

export type { Content } from '../domain/proofs/kinds.ts';

/** Reads a file part by part while it is stored. */
export interface ContentReader {
  /** False as soon as it is not what it is called. */
  read(chunk: Uint8Array): boolean;
  /** Once all was read. */
  isWhole(): boolean;
}

const ZIP = 'application/zip';
const known: ContentReader = { read: () => true, isWhole: () => true };

/** How to make sure of a content, once its signature was found; null when that is enough to refuse it. */
export function openContent(content: Content, signature: string): ContentReader | null {
  if (content === 'text' || content === 'xml') return openText({ xml: content === 'xml' });
  if (!('entry' in content)) return content.includes(signature) ? known : null;
  if (content.signatures.includes(signature)) return known;
  return signature === ZIP ? openEntry(content.entry) : null;
}

/** The names of an archive's entries are read as they are, before each and again at its end. */
function openEntry(entry: string): ContentReader {
  let found = false;
  let tail = Buffer.alloc(0);
  return {
    read: (chunk) => {
      if (found) return true;
      const part = Buffer.concat([tail, chunk]);
      found = part.includes(entry);
      tail = Buffer.from(part.subarray(-entry.length));
      return true;
    },
    isWhole: () => found,
  };
}
