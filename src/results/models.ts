import type { RadarDrawing, SeriesKind } from '../charts/radar.ts';
import type { AlertProps, ObjectProps, TabsProps } from '../web/components.ts';

declare module '../web/views.ts' {
  interface Views {
    'results/show': ResultsModel;
    'results/past': PastModel;
    'results/compare': CompareModel;
    'results/criterion': CriterionHistoryModel;
  }
}

/** An answer as a chip; `words` instead of the number, for compliance; a null level is unanswered. */
export interface GradeModel {
  readonly level: 'na' | '0' | '1' | '2' | '3' | null;
  readonly words: string | null;
}

/** A mean and the level that it wholly reaches. */
export interface ValueModel {
  readonly level: string;
  readonly text: string;
}

export interface ResultsModel {
  readonly head: ObjectProps;
  readonly alerts: readonly AlertProps[];
  /** What the figures are made from. */
  readonly basis: string;
  readonly outcomes: readonly OutcomeModel[];
  /** Null for a questionnaire without axes. */
  readonly chart: ChartModel | null;
  readonly levels: LevelsModel;
  readonly recommendations: {
    readonly words: string;
    readonly first: readonly RecommendationModel[];
    readonly others: readonly RecommendationModel[];
  };
  readonly missing: MissingModel;
  readonly comments: readonly CommentModel[];
  readonly history: readonly HistoryModel[];
  /** Null while there are not two to compare. */
  readonly compareHref: string | null;
}

export interface OutcomeModel {
  readonly kind: 'yes' | 'no' | 'shut';
  readonly title: string;
  readonly parcours: string;
  readonly demarche: string;
  readonly text: string;
  /** What the draft would change; empty without one. */
  readonly draft: string;
}

export interface SeriesModel {
  readonly kind: SeriesKind;
  /** The head of its column. */
  readonly name: string;
  readonly label: string;
  readonly note: string;
}

export interface ChartModel {
  readonly series: readonly SeriesModel[];
  /** Null where fewer than three axes have something to average: two make no surface. */
  readonly drawing: RadarDrawing | null;
  /** What the script draws, as JSON. */
  readonly data: string;
  readonly description: string;
  readonly caption: string;
  readonly rows: readonly {
    readonly axis: string;
    readonly counted: number;
    readonly cells: readonly {
      readonly value: ValueModel | null;
      /** The first series shows its level; the others, their number. */
      readonly coloured: boolean;
      readonly label: string;
      readonly delta: string;
    }[];
    /** To the recommended level; “moyenne atteinte” when there is none; null where nothing is averaged. */
    readonly gap: { readonly reached: boolean; readonly text: string } | null;
  }[];
  readonly notCounted: string;
}

/** How many criteria have each answer. */
export interface LevelsModel {
  readonly caption: string;
  /** What a row is: a response, or a section. */
  readonly heading: string;
  readonly columns: readonly GradeModel[];
  readonly rows: readonly {
    readonly label: string;
    readonly counts: readonly number[];
    readonly unanswered: number;
    readonly total: number;
  }[];
}

export interface RecommendationModel {
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly from: GradeModel;
  readonly to: GradeModel;
  readonly advice: readonly string[];
  readonly why: string;
  readonly drafted: string;
}

export interface MissingModel {
  readonly words: string;
  /** One démarche; several are tabs. */
  readonly only: MissingListModel | null;
  readonly tabs: TabsProps | null;
}

export interface MissingListModel {
  /** The answers that each of them accepts, where they are the same. */
  readonly accepted: readonly GradeModel[];
  readonly items: readonly {
    readonly code: string;
    readonly title: string;
    readonly href: string;
    readonly note: string;
    readonly grade: GradeModel;
  }[];
}

export interface CommentModel {
  readonly code: string;
  readonly title: string;
  readonly grade: GradeModel;
  readonly text: string;
}

export interface HistoryModel {
  readonly kind: 'draft' | 'now' | 'past';
  readonly title: string;
  readonly date: string;
  readonly note: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

export interface PastModel {
  readonly head: ObjectProps;
  readonly alerts: readonly AlertProps[];
  readonly basis: string;
  readonly outcomes: readonly OutcomeModel[];
  readonly chart: ChartModel | null;
  readonly levels: LevelsModel;
  readonly sections: readonly { readonly title: string; readonly criteria: readonly PastCriterionModel[] }[];
}

export interface PastCriterionModel {
  readonly code: string;
  readonly title: string;
  readonly nature: string;
  readonly grade: GradeModel;
  readonly wording: string;
  readonly expected: string;
  readonly comment: string;
  readonly option: string;
  readonly proofs: readonly { readonly name: string; readonly about: string; readonly href: string }[];
  readonly answered: string;
}

/** Q4: what was answered to one criterion, the latest first. */
export interface CriterionHistoryModel {
  readonly head: ObjectProps;
  readonly answers: readonly {
    /** “Brouillon”, “Réponse n° 2”. */
    readonly name: string;
    /** The past response; null for the draft. */
    readonly href: string | null;
    readonly when: string;
    readonly grade: GradeModel;
    readonly comment: string;
  }[];
  readonly back: { readonly label: string; readonly href: string };
}

export interface CompareModel {
  readonly head: ObjectProps;
  /** Null while there are not two to compare. */
  readonly choice: {
    readonly action: string;
    readonly before: string;
    readonly after: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  } | null;
  readonly words: string;
  readonly beforeName: string;
  readonly afterName: string;
  readonly axes: readonly {
    readonly axis: string;
    readonly before: ValueModel | null;
    readonly after: ValueModel | null;
    readonly delta: string;
  }[];
  readonly changes: readonly {
    readonly code: string;
    readonly title: string;
    readonly before: GradeModel;
    readonly after: GradeModel;
    readonly words: string;
    readonly comment: { readonly before: string; readonly after: string } | null;
  }[];
}
