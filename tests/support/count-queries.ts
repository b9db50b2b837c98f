import type { Database } from '../../src/database/open.ts';

/** The mail loop asks whether something waits at each beat, whatever happens meanwhile. */
const ofTheMailLoop = /^\s*UPDATE "OutboxMessage" SET "attempts"/;

/** What an act costs the database. Acts that run at the same time are counted together. */
export async function countQueries<Result>(
  database: Database,
  act: () => Promise<Result>,
): Promise<{ result: Result; queries: string[] }> {
  const queries: string[] = [];
  const stop = database.onQuery((sql) => {
    if (!ofTheMailLoop.test(sql)) queries.push(sql);
  });
  try {
    return { result: await act(), queries };
  } finally {
    stop();
  }
}
