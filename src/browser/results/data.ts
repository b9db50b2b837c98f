/** What the server gives to draw (src/results/chart.ts). */
export interface RadarData {
  readonly title: string;
  readonly axes: readonly string[];
  readonly series: readonly Series[];
}

export interface Series {
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  /** Null where there is nothing to average, which is not 0 (S1). */
  readonly values: readonly (number | null)[];
}

/** How each kind of line is drawn: never told by its colour alone. */
export const lines: Readonly<
  Record<string, { width: number; dash: number[]; point: 'circle' | 'triangle' | 'rect' | 'rectRot'; radius: number }>
> = {
  validated: { width: 3, dash: [], point: 'circle', radius: 5 },
  draft: { width: 2, dash: [], point: 'triangle', radius: 6 },
  recommended: { width: 2, dash: [7, 4], point: 'rect', radius: 5 },
  required: { width: 2, dash: [2, 3], point: 'rectRot', radius: 5 },
};
