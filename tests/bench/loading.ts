import { assemble } from '../../src/referential/assemble.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { publicFiles, readSources, referentialFolder } from '../../src/referential/read.ts';
import { measure } from './measure.ts';

/**
 * npx tsx tests/bench/loading.ts [a folder]: reads and checks the whole referential. Goal: under 500 ms, the first time in a process.
 * As a start does, with what the build has parsed; then as `referential:check` does, every file parsed.
 */
const folder = process.argv[2] ?? referentialFolder;

for (const run of ['cold', 'warm']) {
  await measure(`the referential, ${run}`, 500, () => loadReferential(folder));
}
for (const run of ['parsed', 'parsed, warm']) {
  await measure(`the referential, ${run}`, 500, async () => assemble(await readSources(folder), await publicFiles()));
}
