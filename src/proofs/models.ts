import type { AlertProps, Choice, ObjectProps, TableProps } from '../web/components.ts';
import type { ProofPanel } from './panel.ts';

declare module '../web/views.ts' {
  interface Views {
    'proofs/criterion': CriterionProofsModel;
    'proofs/show': AllProofsModel;
    'proofs/preview': PreviewModel;
  }
}

interface Back {
  readonly label: string;
  readonly href: string;
}

/** The proofs of one criterion, and what adds to them: all of it works without scripts. */
export interface CriterionProofsModel {
  readonly head: ObjectProps;
  readonly panel: ProofPanel;
  readonly scenarios: readonly { readonly title: string; readonly steps: readonly string[] }[];
  /** Why nothing may be done; '' where it may. */
  readonly notice: AlertProps['title'];
  readonly fields: {
    readonly types: readonly { readonly title: string; readonly description: string; readonly once: boolean }[];
    readonly choices: readonly Choice[];
    /** One of them at least is deposited once. */
    readonly once: boolean;
    readonly deposit: { readonly type: string; readonly description: string };
  };
  readonly attach: {
    readonly action: string;
    readonly choices: readonly Choice[];
    readonly proof: string;
    readonly type: string;
    readonly description: string;
  };
  readonly back: Back;
}

/** The proofs of a whole questionnaire, type by type. */
export interface AllProofsModel {
  readonly head: ObjectProps;
  /** “16/17 types de preuve déposés” */
  readonly count: string;
  readonly filters: readonly {
    readonly label: string;
    readonly count: number;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly table: TableProps;
}

/** An image or a text, looked at: nothing of it runs. */
export interface PreviewModel {
  readonly name: string;
  readonly detail: string;
  readonly image: string | null;
  readonly text: string | null;
  /** That only the beginning is shown; '' when it is whole. */
  readonly cut: string;
  readonly href: string;
  readonly back: Back;
}
