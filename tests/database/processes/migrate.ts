import { migrate } from '../../../src/database/migrate.ts';
import { onServer } from '../../../src/database/open.ts';

/** Says `ready`, waits for a line, migrates the database of a server, and says how many migrations it applied. */
const [url] = process.argv.slice(2);
if (url === undefined) throw new Error('Which database?');

const database = onServer(url);
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const applied = await migrate(database);
  process.stdout.write(`${applied.length}\n`);
  await database.close();
  process.stdin.destroy();
});
