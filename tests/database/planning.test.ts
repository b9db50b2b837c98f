import { describe, expect, test } from 'vitest';
import { useTestDatabase } from '../support/database.ts';

describe('how queries are planned, on a server as inside the process', () => {
  const database = useTestDatabase();

  test('an index costs what it costs on a solid disk, and nothing is compiled', async () => {
    const [settings] = await database().prisma.$queryRaw<object[]>`
      SELECT current_setting('random_page_cost') AS "page", current_setting('jit') AS "compiled"`;
    expect(settings).toEqual({ page: '1.1', compiled: 'off' });
  });
});
