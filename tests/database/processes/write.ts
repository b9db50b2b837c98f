import { migrate } from '../../../src/database/migrate.ts';
import { openDatabase } from '../../../src/database/open.ts';

/** Opens the database of a folder, then writes rows without end and says each one once it is acknowledged. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Which folder?');

try {
  process.stdout.write('starting\n');
  const database = await openDatabase({ url: undefined, dataDir });
  await migrate(database);
  process.stdout.write('open\n');
  for (let number = 0; ; number += 1) {
    await database.prisma.throttle.create({ data: { key: String(number), count: 0, startedAt: new Date(0) } });
    process.stdout.write(`${number}\n`);
  }
} catch (failure) {
  process.stdout.write(`${failure instanceof Error ? `${failure.constructor.name}: ${failure.message}` : failure}\n`);
  process.exit(1);
}
