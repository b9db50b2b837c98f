import type { Link } from '../domain/referential/text.ts';
import type { TemplateModel } from '../library/models/document.ts';
import type { ProofPanel } from '../proofs/panel.ts';
import type { ButtonProps, NoticeProps, ObjectProps } from '../web/components.ts';

declare module '../web/views.ts' {
  interface Views {
    'deposits/show': DepositModel;
  }
}

/** The documents that a démarche asks to deposit (G5). */
export interface DepositModel {
  readonly head: ObjectProps;
  readonly notices: readonly NoticeProps[];
  readonly introduction: readonly string[];
  readonly count: string;
  readonly documents: readonly DocumentModel[];
  readonly action: string;
  readonly buttons: readonly ButtonProps[];
  readonly back: { readonly label: string; readonly href: string };
}

export interface DocumentModel {
  readonly id: string;
  readonly title: string;
  readonly nature: string;
  readonly instructions: readonly string[];
  readonly template: TemplateModel | null;
  /** How to come by the encrypted container; empty where none is asked. */
  readonly container: string;
  readonly links: readonly Link[];
  readonly panel: ProofPanel | null;
}
