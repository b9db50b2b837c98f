import type { Link, Text } from './text.ts';

/** The design system's illustration colours. */
export const colours = [
  'green-tilleul-verveine',
  'green-bourgeon',
  'green-emeraude',
  'green-menthe',
  'green-archipel',
  'blue-ecume',
  'blue-cumulus',
  'purple-glycine',
  'pink-macaron',
  'pink-tuile',
  'yellow-tournesol',
  'yellow-moutarde',
  'orange-terre-battue',
  'brown-cafe-creme',
  'brown-caramel',
  'brown-opera',
  'beige-gris-galet',
] as const;
export type Colour = (typeof colours)[number];

export interface Parcours {
  readonly id: string;
  readonly title: string;
  /** In tables and narrow places ("MES"). */
  readonly shortTitle: string;
  readonly order: number;
  readonly colour: Colour;
  /** What one comes for, in one sentence. */
  readonly tagline: string;
  readonly summary: Text;
  readonly presentation: Text;
  readonly steps: readonly Text[];
  readonly links: readonly Link[];
}
