import type { Sentence } from '../sentence.ts';
import type { ItemBase } from './item.ts';

export interface QuestionModel extends ItemBase {
  readonly kind: 'form';
  readonly answer: string;
  readonly required: boolean;
  readonly help: readonly string[];
  readonly options: readonly { title: string; help: string; exclusive: boolean }[];
  readonly source: string | null;
  readonly shown: Sentence | null;
  readonly followUps: readonly { label: string; href: string }[];
}
