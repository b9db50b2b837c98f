import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { countQueries } from '../support/count-queries.ts';
import { useTestDatabase } from '../support/database.ts';

const database = useTestDatabase();

describe('the queries of an act are counted', () => {
  test('each with its SQL, and the result comes back', async () => {
    const { prisma } = database();
    const { result, queries } = await countQueries(database(), async () => {
      await prisma.company.findMany();
      return prisma.user.count();
    });
    expect(result).toBe(0);
    expect(queries).toEqual([expect.stringContaining('"Company"'), expect.stringContaining('"User"')]);
  });

  test('within a transaction too', async () => {
    const { queries } = await countQueries(database(), () =>
      inTransaction(database().prisma, (transaction) => transaction.company.count()),
    );
    expect(queries.filter((sql) => sql.includes('"Company"'))).toHaveLength(1);
  });

  test('no longer once it is over, even when it fails', async () => {
    const heard: string[][] = [];
    const failing = countQueries(database(), async () => {
      heard.push([]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const { queries } = await countQueries(database(), () => database().prisma.user.count());
    await database().prisma.company.count();
    expect(queries).toHaveLength(1);
  });
});
