import type { Link } from '../../domain/referential/text.ts';
import type { Sentence } from '../sentence.ts';
import type { ItemBase } from './item.ts';
import type { RequirementsModel } from './requirements.ts';

export interface DocumentModel extends ItemBase {
  readonly kind: 'deposit';
  readonly deposit: string;
  readonly container: boolean;
  readonly template: TemplateModel | null;
  readonly instructions: readonly string[];
  readonly links: readonly Link[];
  /** “Demandé si…”; null where each démarche has its own condition. */
  readonly shown: Sentence | null;
  readonly requirements: RequirementsModel;
}

export interface TemplateModel {
  readonly title: string;
  readonly href: string;
  /** “ODT – 8,5 ko”. */
  readonly detail: string;
}
