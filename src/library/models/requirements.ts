import type { Grade } from '../../domain/referential/level.ts';
import type { Sentence } from '../sentence.ts';

/** What each démarche asks: one row each; a column for each grade that can be accepted. */
export interface RequirementsModel {
  readonly caption: string;
  readonly columns: readonly { level: Grade; label: string; short: string }[];
  readonly rows: readonly RequirementModel[];
}

export interface RequirementModel {
  readonly demarche: string;
  readonly href: string;
  readonly nature: string;
  readonly mandatory: boolean;
  /** For each column; null: no level is required. */
  readonly accepted: readonly boolean[] | null;
  /** Where the démarche has a condition of its own. */
  readonly when: Sentence | null;
}
