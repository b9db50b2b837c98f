import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const seeds = join(import.meta.dirname, '../../seeds/pages');

/** Hands a copy of the public texts, changed, to `act`. */
export function withTexts<T>(change: (edit: Edit) => void, act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    cpSync(seeds, folder, { recursive: true });
    change(editIn(folder));
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface Edit {
  write(file: string, text: string): void;
  replace(file: string, from: string, to: string): void;
  remove(file: string): void;
}

function editIn(folder: string): Edit {
  return {
    write: (file, text) => writeFileSync(join(folder, file), text),
    replace: (file, from, to) => {
      const text = readFileSync(join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not contain « ${from} »`);
      writeFileSync(join(folder, file), text.replace(from, to));
    },
    remove: (file) => rmSync(join(folder, file)),
  };
}
