import type { AnswerFilter } from '../domain/answers/filters.ts';
import type { FieldError } from '../domain/errors.ts';
import type { Sentence } from '../library/sentence.ts';
import type { ProofPanel } from '../proofs/panel.ts';
import type { AlertProps, EmptyProps, LevelProps, ModalProps, ObjectProps } from '../web/components.ts';
import type { Prepared } from './page/prepared.ts';

declare module '../web/views.ts' {
  interface Views {
    'questionnaires/answer': AnswerModel;
  }
}

type Kind = 'maturity' | 'compliance';

/** The page where a questionnaire of criteria is answered. */
export interface AnswerModel {
  readonly head: ObjectProps;
  readonly kind: Kind;
  /** Where the whole form is sent, one answer by itself, a section's switch; where one signs in again. */
  readonly action: string;
  readonly saveAction: string;
  readonly switchAction: string;
  readonly signInHref: string;
  /** What is kept on a device is this person's, for this questionnaire. */
  readonly keep: string;
  /** It is read, not answered. */
  readonly locked: boolean;
  readonly notices: readonly AlertProps[];
  readonly resume: { readonly title: string; readonly when: string; readonly href: string } | null;
  readonly start: ModalProps;
  readonly acceptedWords: string;
  readonly rail: RailModel;
  readonly sections: readonly SectionModel[];
  readonly empty: EmptyProps | null;
  readonly foot: FootModel;
}

export interface RailModel {
  readonly kind: Kind;
  readonly title: string;
  readonly percent: string;
  readonly done: number;
  readonly total: number;
  /** “critères renseignés”, “exigences complétées”. */
  readonly counted: string;
  /** “1 critère renseigné sur 6”. */
  readonly progress: string;
  readonly left: string;
  readonly nextHref: string | null;
  /** “16/17”, types of proof deposited, said once any is expected; null where proofs are not asked. */
  readonly proofs: { readonly count: string; readonly expected: boolean } | null;
  readonly filters: readonly {
    /** As the address says it; empty for all. */
    readonly name: string;
    readonly label: string;
    readonly count: number;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly sections: readonly {
    readonly href: string;
    readonly id: string;
    readonly title: string;
    readonly count: string;
    readonly off: boolean;
    readonly cells: Prepared;
  }[];
}

export interface CellModel {
  readonly code: string;
  readonly href: string;
  readonly title: string;
  /** “niveau 2”, “à compléter”. */
  readonly state: string;
  readonly level: LevelProps['level'] | null;
  readonly sign: string;
  readonly mark: 'done' | 'todo' | 'wait' | 'error' | 'clash';
  readonly option: boolean;
}

export interface SectionModel {
  readonly id: string;
  readonly section: string;
  /** Of its heading: 2 for the outermost. */
  readonly level: number;
  readonly title: string;
  readonly count: string;
  readonly words: readonly [before: string, after: string];
  readonly cells: Prepared;
  readonly about: Prepared;
  readonly switch: SwitchModel | null;
  readonly criteria: readonly CriterionModel[];
  readonly sections: readonly SectionModel[];
}

/** Q5: the section may be declared not applicable as a whole. */
export interface SwitchModel {
  readonly section: string;
  readonly on: boolean;
  readonly reason: string;
  /** By whom and when; empty while it is off. */
  readonly words: string;
  /** What the form saw. */
  readonly state: string;
  readonly about: string;
  readonly errors: readonly FieldError[];
}

export interface CriterionModel {
  readonly id: string;
  readonly code: string;
  readonly kind: Kind;
  readonly edge: '' | 'error' | 'clash';
  readonly revision: number;
  readonly state: string;
  readonly head: Prepared;
  readonly why: Sentence;
  /** Target, links, picture, advice, scenarios: folded. */
  readonly more: Prepared;
  readonly legend: string;
  readonly scale: Prepared;
  readonly consequence: { readonly tone: 'good' | 'low' | 'none'; readonly line: string } | null;
  readonly who: string;
  /** `untouched`: nothing was said of the criterion since (Q3). */
  readonly remark: { readonly text: string; readonly by: string; readonly untouched: boolean } | null;
  readonly comment: { readonly value: string; readonly hint: string };
  /** Null where the level does not depend on an option product. */
  readonly option: OptionModel | null;
  /** « Historique de ce critère »; null while nothing is validated. */
  readonly historyHref: string | null;
  readonly clash: ClashModel | null;
  /** What is said of a requirement that complies while a proof is missing. */
  readonly awaiting: string;
  readonly expectedProofs: number;
  readonly missingProofs: number;
  /** Null where no proof is expected, and none was deposited. */
  readonly proofs: ProofPanel | null;
  readonly filters: readonly AnswerFilter[];
  readonly errors: readonly FieldError[];
}

export interface OptionModel {
  readonly checked: boolean;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Two answers to one criterion: what was typed, and what somebody saved meanwhile. */
export interface ClashModel {
  readonly code: string;
  readonly anchor: string;
  /** The revision of theirs that is shown. */
  readonly seen: number;
  readonly mine: SideModel;
  readonly theirs: SideModel & { readonly by: string };
}

export interface SideModel {
  readonly when: string;
  readonly level: LevelProps['level'] | null;
  readonly name: string;
  readonly say: string;
  readonly comment: string;
}

export interface FootModel {
  readonly backHref: string;
  readonly saved: { readonly kind: 'ok' | 'none'; readonly words: string };
  readonly left: string;
  readonly nextHref: string | null;
  readonly mayValidate: boolean;
  readonly locked: boolean;
}
