import { type Said, saysTheSame } from '../../domain/answers/draft.ts';
import type { Cause, Outcome, Sending, Theirs } from './sending.ts';

/** Where the answer to one criterion is on its way to the server. */
export type Way =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly cause: Cause }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: Theirs };

interface Row {
  readonly code: string;
  revision: number;
  /** What the server is known to hold; null: it may hold something that it did not acknowledge. */
  acknowledged: Said | null;
  wanted: Said;
  way: Way;
  timer: number | undefined;
  /** Sent, and never answered: the server may have them all the same. */
  unsure: readonly Said[];
}

/** One criterion’s saving went a step further. */
export interface Step {
  readonly code: string;
  readonly way: Way;
  /** The hour of the last save, when this step is one. */
  readonly savedAt: string | null;
  readonly said: Said;
  readonly revision: number;
}

export interface Saving {
  /** Something was said: it is sent a second later, unless something else is said meanwhile. */
  change(code: string, said: Said): void;
  /** What waits is sent at once: this criterion, or all. */
  hurry(code?: string): void;
  /** What failed is sent again. */
  retry(): void;
  /** All that is not saved is sent, what was refused too; settled when nothing is on its way. */
  flush(): Promise<void>;
  /** Of two answers, this one: over theirs (`mine`), or theirs as it is. */
  choose(code: string, said: Said, over: Theirs): void;
  /** Saved from another tab: true where this page may show it, nothing else being said here. */
  learn(code: string, said: Said, revision: number): boolean;
  wayOf(code: string): Way;
  /** Those that the server does not have as they are said here. */
  unsaved(): readonly string[];
}

const PAUSE = 1_000;

/** One request at a time for a criterion; the last thing said wins. */
export function savingOf(
  start: readonly { readonly code: string; readonly revision: number; readonly said: Said }[],
  send: Sending['save'],
  told: (step: Step) => void,
): Saving {
  const rows = new Map(start.map(({ code, revision, said }) => [code, rowOf(code, revision, said)]));
  const sendings = new Map<string, Promise<void>>();

  const go = (row: Row, way: Way, savedAt: string | null = null): void => {
    row.way = way;
    told({ code: row.code, way, savedAt, said: row.wanted, revision: row.revision });
  };

  const push = (row: Row): Promise<void> => {
    window.clearTimeout(row.timer);
    const under = sendings.get(row.code);
    if (under !== undefined) return under;
    const sending = pushed(row).finally(() => sendings.delete(row.code));
    sendings.set(row.code, sending);
    return sending;
  };

  const pushed = async (row: Row): Promise<void> => {
    let savedAt: string | null = null;
    while (row.way.kind !== 'conflict' && !isKept(row)) {
      const said = row.wanted;
      // What failed stays so until it is saved: its alert does not come and go at each try.
      if (row.way.kind !== 'failed' && row.way.kind !== 'refused') go(row, { kind: 'sending' });
      const outcome = await send(row.code, said, row.revision);
      const next = after(row, said, outcome);
      if (next !== null && (next.kind === 'conflict' || isThatAgain(row, said))) return go(row, next);
      if (outcome.kind === 'saved') savedAt = outcome.at;
    }
    if (row.way.kind !== 'conflict') go(row, { kind: 'saved' }, savedAt);
  };

  const all = (...kinds: readonly Way['kind'][]) => [...rows.values()].filter(({ way }) => kinds.includes(way.kind));

  return {
    change: (code, said) => {
      const row = rows.get(code);
      if (row === undefined) return;
      row.wanted = said;
      window.clearTimeout(row.timer);
      if (row.way.kind === 'conflict') return go(row, row.way);
      // Said and taken back within the second: there is nothing to send.
      if (row.way.kind === 'waiting' && isKept(row)) return go(row, { kind: 'saved' });
      if (isKept(row) && row.way.kind === 'saved') return;
      go(row, row.way.kind === 'saved' || row.way.kind === 'refused' ? { kind: 'waiting' } : row.way);
      row.timer = window.setTimeout(() => void push(row), PAUSE);
    },
    hurry: (code) => {
      for (const row of all('waiting')) if (code === undefined || row.code === code) void push(row);
    },
    retry: () => {
      for (const row of all('failed')) void push(row);
    },
    flush: async () => {
      await Promise.all(all('waiting', 'sending', 'failed', 'refused').map(push));
    },
    choose: (code, said, { revision, said: theirs }) => {
      const row = rows.get(code);
      if (row === undefined) return;
      row.revision = revision;
      row.acknowledged = theirs;
      row.wanted = said;
      row.unsure = [];
      go(row, { kind: 'waiting' });
      void push(row);
    },
    learn: (code, said, revision) => {
      const row = rows.get(code);
      if (row === undefined || row.way.kind !== 'saved') return false;
      Object.assign(row, { revision, acknowledged: said, wanted: said });
      go(row, row.way);
      return true;
    },
    wayOf: (code) => rows.get(code)?.way ?? { kind: 'saved' },
    unsaved: () => [...rows.values()].filter(({ way }) => way.kind !== 'saved').map(({ code }) => code),
  };
}

function rowOf(code: string, revision: number, said: Said): Row {
  return {
    code,
    revision,
    acknowledged: said,
    wanted: said,
    way: { kind: 'saved' },
    timer: undefined,
    unsure: [],
  };
}

function isKept({ acknowledged, wanted }: Row): boolean {
  return acknowledged !== null && saysTheSame(acknowledged, wanted);
}

/** Nothing else was said while it was sent. */
function isThatAgain({ wanted }: Row, said: Said): boolean {
  return saysTheSame(wanted, said);
}

/** What an outcome changes; null: go on with what is wanted now. */
function after(row: Row, said: Said, outcome: Outcome): Way | null {
  if (outcome.kind === 'failed') {
    row.acknowledged = null;
    row.unsure = [...row.unsure, said];
    return outcome;
  }
  if (outcome.kind === 'refused') return outcome;
  if (outcome.kind === 'saved') {
    row.revision = outcome.revision;
    row.acknowledged = said;
    row.unsure = [];
    return null;
  }
  const { theirs } = outcome;
  // What was sent and never answered had arrived: nobody is in conflict with oneself.
  if (row.unsure.some((one) => saysTheSame(one, theirs.said))) {
    row.revision = theirs.revision;
    row.acknowledged = theirs.said;
    row.unsure = [];
    return null;
  }
  return outcome;
}
