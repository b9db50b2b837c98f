import type { Link } from '../../domain/referential/text.ts';
import type { ComplianceModel, MaturityModel } from './criterion.ts';
import type { DocumentModel } from './document.ts';
import type { PictureModel } from './item.ts';
import type { QuestionModel } from './question.ts';

export type ItemModel = MaturityModel | ComplianceModel | DocumentModel | QuestionModel;

/** One shape for the four kinds: `view` says how the items of the section are drawn. */
export interface SectionModel {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Of its heading: 2 at the top. */
  readonly level: number;
  /** Of its items and of those of the sections inside it. */
  readonly total: number;
  readonly count: string;
  readonly introduction: readonly string[];
  readonly target: readonly string[];
  readonly links: readonly Link[];
  readonly picture: PictureModel | null;
  /** Of the radar. */
  readonly axis: string | null;
  readonly mayBeNotApplicable: boolean;
  readonly view: `library/${'maturity' | 'compliance' | 'document' | 'question'}`;
  readonly items: readonly ItemModel[];
  readonly sections: readonly SectionModel[];
}
