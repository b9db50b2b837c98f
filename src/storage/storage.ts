import type { Readable } from 'node:stream';

export interface Stored {
  /** Where it is; never a name given by a person. */
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Limits {
  readonly maxBytes: number;
  /** Reads each part before it is written. */
  readonly check?: (chunk: Uint8Array) => void;
}

/** Files, wherever they are kept. No caller knows which. */
export interface Storage {
  /** All or nothing: what was cut short, is too large or that `check` refuses by throwing leaves nothing behind. */
  write(content: Readable, limits: Limits): Promise<Stored>;
  has(key: string): Promise<boolean>;
  read(key: string): Promise<Readable>;
  /** Removing what is no longer there is no failure. */
  remove(key: string): Promise<void>;
  /** What was cut short, when even that could not be said, and of which nothing was written since that instant. */
  removeUnfinished(since: Date): Promise<void>;
  list(): AsyncIterable<{ readonly key: string; readonly modifiedAt: Date }>;
}

export class TooLarge extends Error {}
export class FileMissing extends Error {}
