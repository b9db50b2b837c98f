import { lockFolder } from '../../../src/database/folder-lock.ts';

/** Says `ready`, waits for a line, tries to lock the folder, says what came of it, then stays until its input ends. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder?');

process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const lock = await lockFolder(folder);
  process.stdout.write(lock === null ? 'refused\n' : 'locked\n');
});
