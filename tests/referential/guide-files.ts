import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Referential } from '../../src/domain/referential/referential.ts';
import { type Assembly, assemble } from '../../src/referential/assemble.ts';
import { told } from '../../src/referential/load.ts';
import { publicFiles, referentialFolder } from '../../src/referential/read.ts';
import { Source } from '../../src/referential/source.ts';
import { root } from '../../src/root.ts';

const guide = readFileSync(join(root, 'docs/guides/add-a-questionnaire.md'), 'utf8');

/** The examples of the guide, each a file named by its first line: a small referential that shows everything. */
export const guideFiles: ReadonlyMap<string, string> = new Map(
  [...guide.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map(([, file = '', text = '']) => [file, text]),
);

const offered = await publicFiles();

/** What these files make together. */
export function assembleFiles(files: ReadonlyMap<string, string>): Assembly {
  const sources = [...files].map(([file, text]) => new Source(file, text));
  return assemble(sources, offered);
}

/** The forms that the platform itself asks, whatever the démarches. */
const platformForms = ['qualification', 'interests', 'strategy-qualification'].map((id): [string, string] => {
  const file = `forms/${id}.yaml`;
  return [file, readFileSync(join(referentialFolder, file), 'utf8')];
});

/** The examples of the guide, what the platform cannot run without, and what a test adds; loaded. */
export function guideReferential(more: ReadonlyMap<string, string> = new Map()): Referential {
  const { referential, mistakes } = assembleFiles(new Map([...platformForms, ...guideFiles, ...more]));
  if (referential === null) throw new Error(`These files hold mistakes:\n${mistakes.map(told).join('\n')}`);
  return referential;
}
