import type { EmptyProps, PaginationProps, SearchProps } from '../web/components.ts';

/** One mean: its level, its words, and what it is the mean of. */
export interface HeatCell {
  readonly level: string;
  readonly text: string;
  readonly title: string;
}

export interface HeatAxis {
  readonly number: string;
  readonly title: string;
  /** How the column sorts the map; null where the map is not sorted. */
  readonly sort: { readonly href: string; readonly order: 'none' | 'ascending' | 'descending' } | null;
}

/** Products × axes. Means are of the last validated answers. */
export interface HeatModel {
  readonly caption: string;
  /** How to read it. */
  readonly words: string;
  /** The heading of the first column, sorted by name. */
  readonly name: HeatAxis['sort'];
  readonly axes: readonly HeatAxis[];
  readonly rows: readonly {
    readonly name: string;
    readonly note: string;
    readonly href: string;
    /** What the whole row says while nothing is validated. */
    readonly waiting: { readonly text: string; readonly act: string } | null;
    /** Null where nothing is averaged. */
    readonly cells: readonly (HeatCell | null)[];
    readonly outcome: { readonly attained: boolean; readonly label: string } | null;
  }[];
}

/** The themes as links. */
export interface ThemeTab {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** The last validated answers of a few products, on the dashboard. */
export interface MaturityModel {
  readonly title: string;
  readonly tabs: readonly ThemeTab[];
  readonly heat: HeatModel;
  /** What is not shown here; empty when everything is. */
  readonly more: string;
  readonly portfolioHref: string;
}

/** One theme of the company: how many products have wholly reached each level of each axis. */
export interface ThemeModel {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly axes: readonly {
    readonly title: string;
    /** From level 0 to level 3. */
    readonly counts: readonly { readonly level: string; readonly count: number }[];
    readonly products: number;
    readonly mean: HeatCell | null;
    readonly observatory: HeatCell | null;
  }[];
}

export interface PortfolioModel {
  readonly text: string;
  readonly themes: readonly ThemeModel[];
  readonly tabs: readonly ThemeTab[];
  readonly theme: string;
  readonly search: SearchProps;
  readonly heat: HeatModel;
  readonly found: string;
  readonly pages: PaginationProps | null;
  readonly empty: EmptyProps | null;
}

declare module '../web/views.ts' {
  interface Views {
    'portfolio/portfolio': PortfolioModel;
  }
}
