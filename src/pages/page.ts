import type { Inline } from './inline.ts';

/** What only the operator of an installation knows; the text written in the file stands until it is configured. */
export const settings = ['operator', 'publicationDirector', 'host'] as const;
export type Setting = (typeof settings)[number];

export interface Definition {
  readonly term: string;
  readonly text: readonly Inline[];
  readonly setting: Setting | null;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'definitions'; readonly items: readonly Definition[] };

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** `version` is the day from which the text stands, such as 2026-11-20. */
export interface Article {
  readonly title: string;
  readonly summary: string;
  readonly version: string;
  readonly sections: readonly Section[];
}

export interface Question {
  readonly id: string;
  readonly question: string;
  readonly answer: readonly Block[];
}

export interface Category {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

export interface Faq {
  readonly title: string;
  readonly summary: string;
  readonly version: string;
  readonly categories: readonly Category[];
}

export interface Pages {
  /** The CGU. Whoever accepted another version is asked again at sign-in (A3). */
  readonly terms: Article;
  readonly legal: Article;
  readonly accessibility: Article;
  readonly privacy: Article;
  readonly faq: Faq;
}
