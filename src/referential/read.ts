import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { root } from '../root.ts';
import { nothingParsed, type Parsed } from './parsed.ts';
import { Source } from './source.ts';

export const referentialFolder = join(root, 'seeds', 'referential');

/** Every YAML file of a folder, in order of name; those that `parsed` knows are not parsed again. */
export async function readSources(folder: string, parsed: Parsed = nothingParsed): Promise<readonly Source[]> {
  const files = (await filesIn(folder)).filter((file) => file.endsWith('.yaml'));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return files.map((file, index) => {
    const text = texts[index] ?? '';
    return new Source(file, text, parsed(text));
  });
}

/** What a referential may name: "documents/questionnaire.odt", "images/schema.svg". */
export async function publicFiles(): Promise<ReadonlySet<string>> {
  return new Set(await filesIn(join(root, 'public')));
}

/** By their paths from the folder, in order. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).filter(Boolean).join('/'))
    .sort();
}
