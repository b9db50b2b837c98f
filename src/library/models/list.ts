import type { AskedByModel } from './head.ts';

declare module '../../web/views.ts' {
  interface Views {
    'library/list': ListModel;
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

export interface ParcoursLinks {
  readonly title: string;
  readonly href: string;
  readonly colour: string;
  readonly demarches: readonly { title: string; href: string }[];
}
