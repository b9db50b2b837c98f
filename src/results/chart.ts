import { radarDrawing, type SeriesKind } from '../charts/radar.ts';
import type { ApplicableCriterion } from '../domain/applicability/applicable.ts';
import { formatList } from '../domain/french/list.ts';
import type { Answers } from '../domain/referential/level.ts';
import {
  type AxisResult,
  drawnAxes,
  gapTenths,
  isDrawn,
  type NotCounted,
  notCounted,
  reaches,
} from '../domain/results/axes.ts';
import { heightOf, type Mean } from '../domain/scoring.ts';
import type { ChartModel, SeriesModel } from './models.ts';
import { signedTenths, valueModel } from './words.ts';

export interface Charted {
  /** “Résultats : Sécurité – Careoptim – v0.1 – 883”, on the image that is saved. */
  readonly title: string;
  readonly axes: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly AxisResult[];
  /** In the order of their boxes and columns; the first is what is evaluated. */
  readonly series: readonly SeriesModel[];
  readonly criteria: readonly ApplicableCriterion[];
  readonly answers: Answers;
}

/** Q8, S1: the radar, and the table that says the same. */
export function chartModel({ title, axes, rows, series, criteria, answers }: Charted): ChartModel {
  const titles = new Map(axes.map((axis) => [axis.id, axis.title]));
  const titleOf = ({ axis }: AxisResult): string => titles.get(axis) ?? axis;
  const drawn = rows.filter(isDrawn);
  const traced = series.map(({ kind, name, label }) => ({
    kind,
    name,
    label,
    values: drawn.map((row) => row[kind] && heightOf(row[kind])),
  }));
  const [main] = series;
  return {
    series,
    // The last is painted over the others: what is evaluated comes last.
    drawing: drawnAxes(rows) === null ? null : radarDrawing({ axes: drawn.map(titleOf), series: traced.toReversed() }),
    data: JSON.stringify({ title, axes: drawn.map(titleOf), series: traced }),
    description: `Radar par axe\u00a0: ${formatList(series.map(({ name }) => name))}. Les mêmes valeurs figurent dans le tableau.`,
    caption: 'Moyenne par axe des critères obligatoires applicables, sur 3',
    rows: rows.map((row) => ({
      axis: titleOf(row),
      counted: (main === undefined ? null : row[main.kind])?.count ?? 0,
      cells: series.map(({ kind, name }, index) => ({
        label: name,
        value: valueModel(row[kind]),
        coloured: index === 0,
        delta: kind === 'draft' && index > 0 ? deltaOf(row.draft, row.validated) : '',
      })),
      gap: main === undefined ? null : gapOf(row[main.kind], row.recommended),
    })),
    notCounted: notCountedWords(notCounted(criteria, answers)),
  };
}

function deltaOf(mean: Mean | null, before: Mean | null): string {
  return mean === null || before === null ? '' : signedTenths(gapTenths(mean, before));
}

function gapOf(mean: Mean | null, goal: Mean | null): ChartModel['rows'][number]['gap'] {
  if (mean === null || goal === null) return null;
  // One criterion under its level may be made up for by another: only the mean is told here (S3 is told above).
  if (reaches(mean, goal)) return { reached: true, text: 'moyenne atteinte' };
  return { reached: false, text: signedTenths(gapTenths(mean, goal)) || 'moins de 0,1' };
}

const reasons: Readonly<Record<NotCounted, string>> = {
  na: 'les critères répondus N/A',
  optional: 'les options',
  recommended: 'les recommandations',
  unanswered: 'les critères sans réponse',
  'no-axis': 'les critères hors des axes',
};

/** “Ne sont pas comptés : les critères répondus N/A (02.05) et les options (01.03, 08.03).” */
function notCountedWords(left: ReturnType<typeof notCounted>): string {
  if (left.length === 0) return 'Tous les critères applicables sont comptés.';
  const groups = Object.entries(reasons).flatMap(([why, words]) => {
    const codes = left.filter((one) => one.why === why).map(({ code }) => code);
    return codes.length === 0 ? [] : [`${words} (${codes.join(', ')})`];
  });
  return `Ne sont pas comptés\u00a0: ${formatList(groups)}.`;
}

export const seriesNames: Readonly<Record<SeriesKind, string>> = {
  validated: 'Validée',
  draft: 'Brouillon',
  recommended: 'Recommandé',
  required: 'Requis',
};
