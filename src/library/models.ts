import type { Grade } from '../domain/referential/level.ts';
import type { Link } from '../domain/referential/text.ts';
import type { Sentence } from './sentence.ts';

declare module '../web/views.ts' {
  interface Views {
    'library/list': ListModel;
    'library/questionnaire': QuestionnaireModel;
  }
}

export interface ListModel {
  readonly query: string;
  /** Null when nothing is sought; empty when nothing is found. */
  readonly results: readonly ResultsModel[] | null;
  /** “12 résultats”. */
  readonly found: string;
  readonly groups: readonly GroupModel[];
  readonly parcours: readonly ParcoursLinks[];
}

export interface ResultsModel {
  readonly title: string;
  readonly count: string;
  readonly items: readonly { href: string; code: string; title: string; excerpt: string }[];
}

export interface GroupModel {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly questionnaires: readonly CardModel[];
}

export interface CardModel {
  readonly title: string;
  readonly href: string;
  /** “édition 2022 · 60 critères · 5 axes”. */
  readonly detail: string;
  readonly summary: string;
  readonly askedBy: AskedByModel;
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

export interface ParcoursLinks {
  readonly title: string;
  readonly href: string;
  readonly colour: string;
  readonly demarches: readonly { title: string; href: string }[];
}

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

export interface QuestionnaireModel extends HeadModel {
  readonly filter: FilterModel;
  readonly sections: readonly SectionModel[];
}

export interface FilterModel {
  readonly path: string;
  readonly searchLabel: string;
  readonly query: string;
  readonly demarche: string;
  /** “Toutes”, then each démarche; none where there is nothing to choose from. */
  readonly demarches: readonly { label: string; href: string; current: boolean }[];
  /** “12 critères”, and what they have in common. */
  readonly shown: string;
  readonly narrowed: boolean;
}

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

export interface PictureModel {
  readonly src: string;
  readonly alternative: string;
}

interface ItemBase {
  /** The anchor. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Of its heading. */
  readonly level: number;
  /** What a search looks into, and what it shows of it. */
  readonly searched: string;
  readonly excerpt: string;
}

export type ItemModel = MaturityModel | ComplianceModel | DocumentModel | QuestionModel;

interface CriterionModel extends ItemBase {
  readonly objective: readonly string[];
  /** “Affiché si…”. */
  readonly shown: Sentence;
  readonly links: readonly Link[];
  readonly picture: PictureModel | null;
  readonly requirements: RequirementsModel;
  readonly differsByDistributor: boolean;
}

export interface MaturityModel extends CriterionModel {
  readonly kind: 'maturity';
  readonly target: readonly string[];
  readonly tiles: readonly LevelTileModel[];
  readonly naOffered: boolean;
  /** For some profiles the Doctrine recommends another level. */
  readonly exceptions: readonly { level: Grade; when: Sentence }[];
  readonly toReach: readonly { level: Grade; text: string }[];
}

export interface LevelTileModel {
  readonly level: Grade;
  readonly name: string;
  readonly meaning: string;
  readonly text: string;
  readonly recommended: boolean;
  /** By the démarche that is chosen. */
  readonly accepted: boolean;
}

export interface ComplianceModel extends CriterionModel {
  readonly kind: 'compliance';
  readonly requirement: readonly string[];
  readonly advice: readonly string[];
  /** “1 scénario, 2 preuves attendues”. */
  readonly checks: string;
  readonly scenarios: readonly ScenarioModel[];
}

export interface ScenarioModel {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly proofs: readonly { title: string; description: string; once: boolean; when: Sentence | null }[];
}

export interface DocumentModel extends ItemBase {
  readonly kind: 'deposit';
  readonly deposit: string;
  readonly container: boolean;
  readonly template: string | null;
  readonly instructions: readonly string[];
  readonly links: readonly Link[];
  readonly shown: Sentence;
  readonly requirements: RequirementsModel;
}

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
