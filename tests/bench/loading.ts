import { assemble } from '../../src/referential/assemble.ts';
import { referentialFolder, told } from '../../src/referential/load.ts';
import { readSources } from '../../src/referential/read.ts';
import { measure } from './measure.ts';

/** npx tsx tests/bench/loading.ts [a folder]: reads and checks the whole referential, cold then warm. Goal: under 500 ms. */
const folder = process.argv[2] ?? referentialFolder;

for (const run of ['cold', 'warm', 'warmer']) {
  const { mistakes } = await measure(`the referential, ${run}`, 500, async () => assemble(await readSources(folder)));
  for (const mistake of mistakes) process.stderr.write(`${told(mistake)}\n`);
}
