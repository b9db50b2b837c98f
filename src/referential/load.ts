import type { Referential } from '../domain/referential/referential.ts';
import { assemble } from './assemble.ts';
import { parsedFile, readParsed } from './parsed.ts';
import { publicFiles, readSources } from './read.ts';
import type { Mistake } from './source.ts';

/** The files hold mistakes: nothing of them is published. */
export class ReferentialRefused extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(`Le référentiel contient ${mistakes.length} erreur(s) :\n${mistakes.map(told).join('\n')}`);
    this.name = 'ReferentialRefused';
    this.mistakes = mistakes;
  }
}

/** Everything is checked at each start, examples included; only the parsing of files that have not changed is spared. */
export async function loadReferential(folder: string): Promise<Referential> {
  const sources = await readSources(folder, await readParsed(parsedFile));
  const { referential, mistakes } = assemble(sources, await publicFiles());
  if (referential === null) throw new ReferentialRefused(mistakes);
  return referential;
}

/** questionnaires/securite.yaml:12  sections[0].criteria[3].levels.2  « 2 » manque */
export function told({ file, line, path, reason }: Mistake): string {
  return [`${file}:${line}`, path, reason].filter(Boolean).join('  ');
}
