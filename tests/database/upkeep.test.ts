import { expect, test } from 'vitest';
import { journalSize, tidy } from '../../src/database/upkeep.ts';
import { openTestPostgres } from '../support/database.ts';

test('upkeep empties the journal of the embedded database and measures its tables', async () => {
  const postgres = await openTestPostgres();
  await postgres.exec(`INSERT INTO "Throttle" SELECT i, 1, now(), NULL FROM generate_series(1, 10000) AS i`);
  expect(await journalSize(postgres)).toBeGreaterThan(500_000);
  await tidy(postgres);
  expect(await journalSize(postgres)).toBeLessThan(10_000);
  const { rows } = await postgres.query(`SELECT reltuples FROM pg_class WHERE relname = 'Throttle'`);
  expect(rows).toEqual([{ reltuples: 10_000 }]);
  await postgres.close();
});

test('the embedded database does not stop when its journal passes the size at which a server would empty it', async () => {
  const postgres = await openTestPostgres();
  expect((await postgres.query('SHOW max_wal_size')).rows).toEqual([{ max_wal_size: '1TB' }]);
  await postgres.close();
});
