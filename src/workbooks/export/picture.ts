import { type Picture, radarPicture } from '../../charts/picture.ts';
import type { RadarSeries } from '../../charts/radar.ts';
import { formatDate } from '../../domain/french/dates.ts';
import { type AxisResult, drawnAxes } from '../../domain/results/axes.ts';
import { heightOf } from '../../domain/scoring.ts';

interface Drawn {
  readonly title: string;
  readonly axes: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly AxisResult[];
  /** Null before the first validation. */
  readonly validatedAt: Date | null;
}

/** Q8, Q9: the radar of a questionnaire; null where there is none to draw. What is evaluated is painted last, over the rest. */
export async function pictureOf({ title, axes, rows, validatedAt }: Drawn): Promise<Picture | null> {
  const drawn = drawnAxes(rows);
  if (drawn === null) return null;
  const when = validatedAt === null ? '' : ` le ${formatDate(validatedAt)}`;
  const labels = {
    required: 'Niveau minimum requis',
    recommended: 'Niveau recommandé par la Doctrine',
    draft: 'Dernier brouillon enregistré',
    validated: `Réponse validée${when}`,
  } as const;
  const series = (['required', 'recommended', 'draft', 'validated'] as const)
    .map(
      (kind): RadarSeries => ({
        kind,
        label: labels[kind],
        values: drawn.map((row) => row[kind] && heightOf(row[kind])),
      }),
    )
    .filter(({ values }) => values.some((value) => value !== null));
  const titles = new Map(axes.map((axis) => [axis.id, axis.title]));
  return radarPicture(
    title,
    drawn.map(({ axis }) => titles.get(axis) ?? axis),
    series,
  );
}
