import type { ButtonProps } from './forms.ts';
import type { Defaults } from './part.ts';

/** An empty list says what to do next. */
export interface EmptyProps {
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly href: string } | null;
}

export const empty: Defaults<EmptyProps> = { text: '', action: null };

/** A text, a link with a note under it, another component, or acts (each says on what). */
export type Cell =
  | string
  | { readonly text: string; readonly href?: string; readonly note?: string }
  | { readonly view: string; readonly props: object }
  | { readonly actions: readonly { readonly label: string; readonly href: string; readonly about: string }[] };

/** `sort` is what the address says after `?tri=`; a column without it is not sorted. */
export interface Column {
  readonly label: string;
  readonly sort?: string;
  /** Its cell heads the row, and its card on a phone; by default, the first does. */
  readonly heading?: true;
}

/** How a list was asked for: the address carries `q`, `tri` (`-nom` is descending), `page` and the filters. */
export interface ListState {
  readonly path: string;
  readonly search: string;
  /** The words of the search box; `''` for no box. */
  readonly searchLabel: string;
  readonly sort: string;
  readonly page: number;
  readonly pages: number;
  /** What is shown of what there is: “8 démarches sur 11”. */
  readonly count: string;
  readonly filters: Readonly<Record<string, string>>;
}

export interface TableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly empty: EmptyProps;
  readonly list?: ListState | null;
}

export const table: Defaults<TableProps> = { list: null };

export interface SearchProps {
  readonly label: string;
  readonly value: string;
  readonly path: string;
  /** Examples of what may be searched, never the label's only place. */
  readonly placeholder?: string;
  readonly name?: string;
  /** What the search must not forget: the sort, the filters. */
  readonly kept?: Readonly<Record<string, string>>;
}

export const search: Defaults<SearchProps> = { placeholder: '', name: 'q', kept: {} };

export interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly path: string;
  /** Two lists in one page are told apart. */
  readonly label?: string;
  readonly query?: Readonly<Record<string, string>>;
}

export const pagination: Defaults<PaginationProps> = { label: 'Pagination', query: {} };

export interface SummaryProps {
  readonly items: readonly {
    readonly label: string;
    /** Several values are read one under the other; none says “non renseigné”. */
    readonly values: readonly string[];
    readonly change: { readonly label: string; readonly href: string } | null;
  }[];
}

export interface CardProps {
  readonly title: string;
  readonly href: string;
  readonly text?: string;
  /** Over the title: the parcours, the reference. */
  readonly detail?: string;
  readonly state?: StateProps | null;
  readonly heading?: 'h2' | 'h3';
  /** Words of what the card opens, at its foot. */
  readonly act?: string;
}

export const card: Defaults<CardProps> = { text: '', detail: '', state: null, heading: 'h3', act: '' };

export interface TileProps {
  readonly title: string;
  readonly href: string;
  readonly text?: string;
  readonly heading?: 'h2' | 'h3';
}

export const tile: Defaults<TileProps> = { text: '', heading: 'h3' };

export interface StateProps {
  readonly kind: 'todo' | 'doing' | 'done' | 'warn' | 'wait' | 'closed' | 'bad';
  readonly label: string;
}

export interface MeterProps {
  readonly value: number;
  readonly max: number;
  /** What is counted, for who does not see the bar: “24 critères renseignés sur 36”. */
  readonly label: string;
}

export interface LevelProps {
  readonly level: 'na' | '0' | '1' | '2' | '3';
  readonly size?: 'sm' | 'md' | 'lg';
  /** The number alone (the rest is for screen readers), or the whole label. */
  readonly wording?: 'number' | 'full';
}

export const level: Defaults<LevelProps> = { size: 'md', wording: 'number' };

export interface HeadingProps {
  readonly title: string;
  readonly text?: string;
  readonly actions?: readonly ButtonProps[];
}

export const heading: Defaults<HeadingProps> = { text: '', actions: [] };
