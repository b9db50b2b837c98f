import { keepParsed, parsedFile } from '../referential/parsed.ts';
import { readSources, referentialFolder } from '../referential/read.ts';
import type { Step } from './step.ts';

/** The files of the referential as they are parsed, which takes three times longer than to check them. */
export const referential: Step = {
  name: 'referential',
  inputs: ['seeds/referential', 'src/referential/source.ts', 'node_modules/yaml/package.json'],
  output: 'dist/referential.json',
  run: async () => keepParsed(parsedFile, await readSources(referentialFolder)),
};
