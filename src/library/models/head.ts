import type { Link } from '../../domain/referential/text.ts';
import type { Sentence } from '../sentence.ts';

export interface HeadModel {
  readonly title: string;
  readonly detail: string;
  readonly summary: string;
  readonly introduction: readonly string[];
  readonly links: readonly Link[];
  readonly axes: readonly { title: string; count: string }[];
  readonly excelHref: string;
  readonly askedBy: AskedByModel;
  /** Whether the marks of the level tiles need their key. */
  readonly hasLevels: boolean;
}

/** The démarches that ask a questionnaire; the words say when it is shared (D2). */
export interface AskedByModel {
  readonly words: string;
  readonly demarches: readonly {
    readonly title: string;
    readonly href: string;
    readonly parcours: string;
    /** Under what condition the whole questionnaire is asked. */
    readonly when: Sentence | null;
  }[];
}
