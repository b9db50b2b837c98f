import type { Link } from '../domain/referential/text.ts';
import type { EnrolledModel } from '../enrolments/models.ts';
import type { Sentence } from '../library/sentence.ts';

declare module '../web/views.ts' {
  interface Views {
    'parcours/parcours': ParcoursPageModel;
    'parcours/demarche': DemarchePageModel;
    'parcours/at-work': DemarcheAtWorkModel;
  }
}

export interface ParcoursPageModel {
  readonly colour: string;
  readonly tagline: string;
  readonly presentation: readonly string[];
  readonly steps: readonly string[];
  readonly demarches: readonly { title: string; href: string; detail: string; text: string }[];
  readonly links: readonly Link[];
  readonly account: AccountLinks | null;
}

export interface DemarchePageModel {
  readonly parcours: string;
  readonly colour: string;
  readonly summary: string;
  readonly presentation: readonly string[];
  readonly facts: readonly { label: string; text: string }[];
  /** “Close aux nouvelles inscriptions depuis le…”, and the démarches that take its place; null while it is open. */
  readonly closed: { readonly words: string; readonly instead: readonly { title: string; href: string }[] } | null;
  /** « Comment compléter cette démarche ? » */
  readonly steps: readonly { title: string; text: string; href: string | null }[];
  /** By subject; one group only where the démarche has one kind of subject. */
  readonly groups: readonly { title: string; questionnaires: readonly AskedQuestionnaire[] }[];
  readonly next: { readonly title: string; readonly text: readonly string[]; readonly links: readonly Link[] };
  readonly links: readonly Link[];
  readonly account: AccountLinks | null;
}

/** For who works there: what is at work, then the presentation, folded. */
export interface DemarcheAtWorkModel extends Omit<DemarchePageModel, 'account'> {
  readonly enrolled: EnrolledModel;
}

export interface AskedQuestionnaire {
  readonly title: string;
  readonly href: string;
  readonly detail: string;
  readonly projection: boolean;
  /** D2. */
  readonly shared: string | null;
  readonly opensAfter: string | null;
  readonly when: Sentence | null;
}

/** For who has no account yet. */
export interface AccountLinks {
  readonly signInHref: string;
  readonly requestHref: string;
}
