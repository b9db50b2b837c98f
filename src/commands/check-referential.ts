import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { assemble } from '../referential/assemble.ts';
import { checkIds, idsFile, recordIds } from '../referential/ids.ts';
import { told } from '../referential/load.ts';
import { publicFiles, readSources, referentialFolder } from '../referential/read.ts';

/**
 * npm run referential:check: reads the whole referential, checks it and tries its examples; tells every mistake.
 * -- --only questionnaires/securite: tells the mistakes of these files alone. -- --folder somewhere: reads another one.
 * -- --record: adds the new ids to the record of those that may not disappear.
 */
const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: referentialFolder },
    only: { type: 'string', default: '' },
    record: { type: 'boolean', default: false },
  },
});
const started = performance.now();
const sources = await readSources(options.folder);
const { referential, mistakes } = assemble(sources, await publicFiles());
const record = await readFile(join(options.folder, idsFile), 'utf8').catch(() => '');
const all = referential === null ? mistakes : checkIds(referential, record);
const elapsed = Math.round(performance.now() - started);

const checked = sources.filter(({ file }) => file.startsWith(options.only));
const wrong = all.filter(({ file }) => file.startsWith(options.only));
for (const mistake of wrong) process.stderr.write(`${told(mistake)}\n`);

if (checked.length === 0) {
  process.stderr.write(`Aucun fichier ne commence par « ${options.only} » dans ${options.folder}.\n`);
  process.exitCode = 1;
} else if (wrong.length > 0) {
  process.stderr.write(`\n${wrong.length} erreur(s).\n`);
  process.exitCode = 1;
} else {
  if (options.record && referential !== null) {
    await writeFile(join(options.folder, idsFile), recordIds(referential, record));
  }
  process.stdout.write(`${checked.length} fichier(s) vérifié(s), exemples compris : tout est juste (${elapsed} ms).\n`);
}
