import type { Database } from '../../src/database/open.ts';

/** What an act costs the database. Acts that run at the same time are counted together. */
export async function countQueries<Result>(
  database: Database,
  act: () => Promise<Result>,
): Promise<{ result: Result; queries: string[] }> {
  const queries: string[] = [];
  const stop = database.onQuery((sql) => queries.push(sql));
  try {
    return { result: await act(), queries };
  } finally {
    stop();
  }
}
