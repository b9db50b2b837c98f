import { join } from 'node:path';
import type { Referential } from '../domain/referential/referential.ts';
import { root } from '../root.ts';
import { assemble } from './assemble.ts';
import { readSources } from './read.ts';
import type { Mistake } from './source.ts';

export const referentialFolder = join(root, 'seeds', 'referential');

/** The files hold mistakes: nothing of them is published. */
export class ReferentialRefused extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(`Le référentiel contient ${mistakes.length} erreur(s) :\n${mistakes.map(told).join('\n')}`);
    this.name = 'ReferentialRefused';
    this.mistakes = mistakes;
  }
}

export async function loadReferential(folder: string): Promise<Referential> {
  const { referential, mistakes } = assemble(await readSources(folder));
  if (referential === null) throw new ReferentialRefused(mistakes);
  return referential;
}

/** questionnaires/securite.yaml:12  sections[0].criteria[3].levels.2  « 2 » manque */
export function told({ file, line, path, reason }: Mistake): string {
  return [`${file}:${line}`, path, reason].filter(Boolean).join('  ');
}
