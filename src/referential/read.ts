import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Source } from './source.ts';

/** Every YAML file of a folder, in order of name. */
export async function readSources(folder: string): Promise<readonly Source[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return files.map((file, index) => {
    const name = file.slice(folder.length).split(sep).filter(Boolean).join('/');
    return new Source(name, texts[index] ?? '');
  });
}
