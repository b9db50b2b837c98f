import type {
  ConfirmationProps,
  EmptyProps,
  ListState,
  ModalProps,
  ObjectProps,
  StateProps,
  SummaryProps,
} from '../web/components.ts';
import type { CardAct } from './acts.ts';

declare module '../web/views.ts' {
  interface Views {
    'enrolments/join': JoinModel;
    'enrolments/show': EnrolmentModel;
    'enrolments/leave': LeaveModel;
  }
}

/** What a démarche's page shows to who works there. */
export interface EnrolledModel {
  /** « Ajouter un produit à la démarche »; null where the démarche takes nobody in. */
  readonly addHref: string | null;
  /** Why it takes nobody in. */
  readonly closed: string | null;
  /** Null where the démarche is not the strategy's, or the strategy not this person's. */
  readonly strategy: StrategyModel | null;
  readonly cards: readonly EnrolledCard[];
  readonly empty: EmptyProps;
  /** Null while there is nothing to search. */
  readonly list: ListState | null;
  readonly sorts: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

export type StrategyModel =
  | { readonly kind: 'enrolled'; readonly card: EnrolledCard }
  /** It exists: « Démarrer » enrols it. */
  | { readonly kind: 'idle'; readonly action: string; readonly reference: string; readonly detail: string }
  /** There is none: « Démarrer » opens its wizard. */
  | { readonly kind: 'none'; readonly href: string };

/** D4. */
export interface EnrolledCard {
  readonly title: string;
  readonly href: string;
  readonly reference: string;
  readonly responsible: string;
  readonly state: StateProps;
  readonly questionnaires: readonly {
    readonly act: string;
    readonly title: string;
    readonly count: string;
    readonly state: StateProps;
    /** Why it is in that state; most often empty. */
    readonly why: string;
  }[];
  readonly resultsHref: string | null;
}

export interface JoinModel {
  /** Why the démarche takes nobody in. */
  readonly closed: string | null;
  readonly action: string;
  readonly candidates: readonly { readonly reference: string; readonly title: string; readonly detail: string }[];
  readonly empty: EmptyProps;
  readonly list: ListState | null;
  readonly newHref: string;
  readonly backHref: string;
}

/** One questionnaire of the subject's page: a cell of the matrix. */
export interface ItemModel {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly count: string;
  readonly state: StateProps;
  /** Why it is in that state; most often empty. */
  readonly why: string;
  readonly closed: string | null;
  readonly attained: boolean | null;
  readonly attainedWords: string;
  readonly validated: string;
  readonly reread: string | null;
  readonly shared: string;
  readonly acts: readonly CardAct[];
}

export interface EnrolmentModel {
  readonly head: ObjectProps;
  readonly archived: string | null;
  readonly state: StateProps;
  readonly resultsHref: string | null;
  readonly matrix: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly { readonly label: string; readonly cells: readonly (ItemModel | null)[] }[];
  };
  readonly shared: string | null;
  /** D5: the window that says what comes next, offered as long as the démarche is done. */
  readonly finished: ModalProps | null;
  readonly identification: Initialised;
  readonly qualification: Initialised & { readonly words: string };
  /** The page of the product, or of the strategy. */
  readonly subjectHref: string;
  readonly others: readonly {
    readonly parcours: string;
    readonly title: string;
    readonly href: string;
    readonly state: StateProps;
  }[];
  readonly leaveHref: string | null;
}

/** What the subject was initialised with, and where it is changed. */
export interface Initialised {
  readonly summary: SummaryProps;
  readonly href: string;
}

export interface LeaveModel {
  readonly confirmation: Omit<ConfirmationProps, 'csrf'>;
}
