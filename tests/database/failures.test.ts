import { tmpdir } from 'node:os';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DiskFull, refusingWhenFull, requireRoom } from '../../src/database/disk.ts';
import { isDatabaseAway, isDeadlock, isDiskFull } from '../../src/database/failures.ts';
import { Prisma, PrismaClient } from '../../src/database/generated/client.ts';
import { type Database, onServer, openDatabase } from '../../src/database/open.ts';
import { DatabaseUnreachable } from '../../src/database/server.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { createServerDatabase, openTestPostgres, type ServerDatabase } from '../support/database.ts';
import { type Relay, startRelay } from './relay.ts';

/** What an act fails with; a failure of the test when it does not fail. */
async function failureOf(act: Promise<unknown>): Promise<unknown> {
  const outcome = await act.then(
    () => null,
    (failure: unknown) => ({ failure }),
  );
  if (outcome === null) throw new Error('It should have failed.');
  return outcome.failure;
}

describe('a disk without room', () => {
  test('refuses what would write, by itself and in a transaction, and nothing else', async () => {
    const postgres = await openTestPostgres();
    let reserve = Number.MAX_VALUE;
    const adapter = refusingWhenFull(new PrismaPGlite(postgres), () => requireRoom(tmpdir(), reserve));
    const prisma = new PrismaClient({ adapter });
    const data = { key: 'a', count: 0, startedAt: new Date(0) };

    for (const write of [
      () => prisma.throttle.create({ data }),
      () => prisma.throttle.deleteMany(),
      () => inTransaction(prisma, (transaction) => transaction.throttle.create({ data })),
    ]) {
      const failure = await failureOf(write());
      expect(failure).toBeInstanceOf(DiskFull);
      expect(isDiskFull(failure)).toBe(true);
      expect(isDatabaseAway(failure)).toBe(false);
    }
    expect(await prisma.throttle.count()).toBe(0);

    reserve = 0;
    await inTransaction(prisma, (transaction) => transaction.throttle.create({ data }));
    expect(await prisma.throttle.count()).toBe(1);
    await postgres.close();
  });
});

describe('a server that is away', () => {
  test('is recognised when nothing listens there, and stops a start with its address but not its password', async () => {
    const url = 'postgresql://someone:secret@127.0.0.1:1/convergence';
    const database = onServer(url);
    for (const act of [
      () => database.ping(),
      () => database.prisma.user.count(),
      () => inTransaction(database.prisma, (transaction) => transaction.user.count()),
    ]) {
      expect(isDatabaseAway(await failureOf(act()))).toBe(true);
    }
    await database.close();
    const refusal = await failureOf(openDatabase({ url, dataDir: '' }));
    expect(refusal).toBeInstanceOf(DatabaseUnreachable);
    expect(String(refusal)).toContain('127.0.0.1:1');
    expect(String(refusal)).not.toContain('secret');
  });

  test('is not what a bug or a rule says', () => {
    for (const failure of [new Error('no'), new TypeError('x is not a function'), null, undefined, 'ECONNREFUSED']) {
      expect(isDatabaseAway(failure)).toBe(false);
    }
  });
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('a server whose network fails', () => {
  let server: ServerDatabase;
  let relay: Relay;
  let database: Database;

  beforeEach(async () => {
    server = await createServerDatabase();
    relay = await startRelay(server.url);
    database = onServer(relay.url);
    await database.ping();
  });
  afterEach(async () => {
    await relay.close();
    await database.close();
    await server.drop();
  });

  const sleep = () => database.prisma.$queryRaw`SELECT pg_sleep(3)::text`;
  const sleepInTransaction = () =>
    inTransaction(database.prisma, (transaction) => transaction.$queryRaw`SELECT pg_sleep(3)::text`);

  test.each([
    ['a query', sleep],
    ['a transaction', sleepInTransaction],
  ])('is recognised when %s is cut, and all is well at once afterwards', async (_what, act) => {
    const failing = failureOf(act());
    await expect.poll(() => runningQueries(server.url)).toBe(1);
    relay.cut();
    expect(isDatabaseAway(await failing)).toBe(true);
    await database.ping();
  });

  test('is recognised when it stops', async () => {
    const stopped = database.prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
    expect(isDatabaseAway(await failureOf(stopped))).toBe(true);
    await database.ping();
  });

  test('gives a failure in seconds when it says nothing any more, and all is well when it speaks again', async () => {
    relay.silence();
    const startedAt = performance.now();
    const failures = await Promise.all([
      failureOf(database.ping()),
      failureOf(sleepInTransaction()),
      failureOf(database.ping()),
    ]);
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect(failures.map(isDatabaseAway)).toEqual([true, true, true]);
    relay.resume();
    await Promise.all(Array.from({ length: 20 }, () => database.ping()));
  });
});

async function runningQueries(url: string): Promise<number> {
  const observer = onServer(url);
  const [row] = await observer.prisma.$queryRaw<{ running: bigint }[]>`
    SELECT count(*) AS running FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND state = 'active' AND pid <> pg_backend_pid()`;
  await observer.close();
  return Number(row?.running);
}

test('a failure of Prisma that the database did not cause is neither, and is told as it is', () => {
  const failure = new Prisma.PrismaClientKnownRequestError('No record was found', {
    code: 'P2025',
    clientVersion: '7',
  });
  expect([isDatabaseAway(failure), isDiskFull(failure), isDeadlock(failure)]).toEqual([false, false, false]);
});
