import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { useTestDatabase } from '../support/database.ts';

const database = useTestDatabase();
const startedAt = new Date('2026-03-29T00:30:00.123Z');
const aThrottle = (key: string) => ({ data: { key, count: 1, startedAt } });

describe('a transaction', () => {
  test('that ends is kept, one that fails leaves nothing, and its failure is the one that is told', async () => {
    const { prisma } = database();
    expect(await inTransaction(prisma, (transaction) => transaction.throttle.create(aThrottle('kept')))).toMatchObject({
      key: 'kept',
    });
    const failing = inTransaction(prisma, async (transaction) => {
      await transaction.throttle.create(aThrottle('lost'));
      throw new Error('a rule says no');
    });
    await expect(failing).rejects.toThrow('a rule says no');
    expect(await prisma.throttle.findMany({ select: { key: true } })).toEqual([{ key: 'kept' }]);
  });

  test('does not mix with those that run at the same time', async () => {
    const { prisma } = database();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        inTransaction(prisma, async (transaction) => {
          await transaction.throttle.create(aThrottle(`together-${index}`));
          if (index % 2 === 1) throw new Error('no');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await prisma.throttle.count({ where: { key: { startsWith: 'together-' } } })).toBe(10);
  });
});

// The embedded database runs one transaction at a time: nobody waits for anybody.
describe.runIf(process.env.TEST_DATABASE_URL)('two transactions that wait for each other', () => {
  test('both end: the one that was given up is tried again', async () => {
    const { prisma } = database();
    await prisma.throttle.createMany({ data: [aThrottle('one').data, aThrottle('two').data] });
    const both = { one: false, two: false };
    const crossing = (first: 'one' | 'two', second: 'one' | 'two') =>
      inTransaction(prisma, async (transaction) => {
        await transaction.throttle.update({ where: { key: first }, data: { count: { increment: 1 } } });
        both[first] = true;
        await expect.poll(() => both[second], { timeout: 4_000 }).toBe(true);
        await transaction.throttle.update({ where: { key: second }, data: { count: { increment: 1 } } });
      });
    await Promise.all([crossing('one', 'two'), crossing('two', 'one')]);
    const rows = await prisma.throttle.findMany({ where: { key: { in: ['one', 'two'] } } });
    expect(rows.map(({ count }) => count)).toEqual([3, 3]);
  });
});

describe('an instant', () => {
  test('is the same in the database as outside, whatever the time zone of the server', async () => {
    const { prisma } = database();
    await prisma.throttle.create(aThrottle('instant'));
    const [row] = await prisma.$queryRaw<{ epoch: number }[]>`
      SELECT extract(epoch FROM "startedAt")::float8 AS epoch FROM "Throttle" WHERE key = 'instant'`;
    expect(row?.epoch).toBe(startedAt.getTime() / 1000);
    const found = await prisma.throttle.findFirst({ where: { key: 'instant', startedAt } });
    expect(found?.startedAt).toEqual(startedAt);
  });
});
