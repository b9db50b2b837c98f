import type { PGlite } from '@electric-sql/pglite';

/** How often one looks, and how much the journal may grow before something is done about it. */
const MINUTE = 60_000;
const JOURNAL_LIMIT = 64 * 1024 * 1024;

export interface Upkeep {
  stop(): Promise<void>;
}

/**
 * A server has processes in the background for this. PostgreSQL in WebAssembly has none: left alone, its journal grows
 * until it stops, what was deleted keeps its place, and plans are made without knowing the size of anything.
 */
export function startUpkeep(postgres: PGlite, requireRoom: () => Promise<void>): Upkeep {
  let turn = Promise.resolve();
  let isFirst = true;
  const timer = setInterval(() => {
    // A failure here is met again at the next turn, and told by whoever queries meanwhile.
    turn = turn.then(lookAfter).catch(() => {});
  }, MINUTE);
  timer.unref();
  async function lookAfter(): Promise<void> {
    if (!isFirst && (await journalSize(postgres)) < JOURNAL_LIMIT) return;
    await requireRoom();
    await tidy(postgres);
    isFirst = false;
  }
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}

export async function tidy(postgres: PGlite): Promise<void> {
  await postgres.exec('VACUUM (ANALYZE)');
  await postgres.exec('CHECKPOINT');
}

/** What would have to be read again if the process were killed now, in bytes. */
export async function journalSize(postgres: PGlite): Promise<number> {
  const { rows } = await postgres.query<{ size: number }>(
    'SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 AS size FROM pg_control_checkpoint()',
  );
  return rows[0]?.size ?? 0;
}
