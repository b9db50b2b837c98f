import type { ButtonProps } from './forms.ts';
import type { Defaults, Part } from './part.ts';

export interface BreadcrumbProps {
  readonly links: readonly { readonly label: string; readonly href: string | null }[];
}

export interface StepperProps {
  /** From 1. */
  readonly current: number;
  readonly steps: readonly string[];
}

/** `name` makes the ids of the page different: several groups of tabs or accordions may meet in one page. */
export interface TabsProps {
  readonly name: string;
  readonly label: string;
  readonly tabs: readonly { readonly label: string; readonly body: Part }[];
}

export interface AccordionProps {
  readonly name: string;
  readonly items: readonly { readonly title: string; readonly body: Part }[];
  readonly heading?: 'h2' | 'h3';
}

export const accordion: Defaults<AccordionProps> = { heading: 'h3' };

/** The head of every page about a product: who it is, then its pages; a closed one says why. */
export interface ObjectProps {
  /** “Produit n° 1920”. */
  readonly identity: string;
  /** Its own page; null on it. */
  readonly identityHref?: string | null;
  readonly type?: string;
  readonly where?: string;
  readonly title: string;
  readonly actions?: readonly ButtonProps[];
  readonly pages?: readonly {
    readonly label: string;
    readonly href: string | null;
    readonly current: boolean;
    /** “24/36”, or why it is closed. */
    readonly note: string;
  }[];
}

export const object: Defaults<ObjectProps> = { identityHref: null, type: '', where: '', actions: [], pages: [] };
