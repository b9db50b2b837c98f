import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { AskedByCode } from './requirements.ts';

/** What a questionnaire of criteria or of documents is read with. */
export interface Given {
  readonly referential: Referential;
  readonly files: PublicFiles;
  readonly asked: AskedByCode;
  /** Those for which it is read: all that ask it, or the one that is chosen. */
  readonly demarches: readonly Demarche[];
  /** What it does not ask is hidden; null where none is chosen. */
  readonly chosen: Demarche | null;
}

/** The pictures and templates that questionnaires name, as they are served; by their names in the sources. */
export interface PublicFiles {
  url(name: string): string;
  /** In octets. */
  size(name: string): number;
}
