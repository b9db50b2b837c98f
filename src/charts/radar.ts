/** What a polygon stands for: each kind has its own line everywhere (results.css, charts/picture). */
export type SeriesKind = 'validated' | 'draft' | 'recommended' | 'required';

export interface RadarSeries {
  readonly kind: SeriesKind;
  readonly label: string;
  /** One for each axis, from 0 to 3; null where there is nothing to average, which is not 0 (S1). */
  readonly values: readonly (number | null)[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything goes, in the units of the view box. What it looks like is for whoever draws it. */
export interface RadarDrawing {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  /** The levels, from the outermost: each is painted over the one before. `points` is for a `<polygon>`. */
  readonly rings: readonly { readonly level: 1 | 2 | 3; readonly points: string }[];
  readonly spokes: readonly { readonly from: Point; readonly to: Point }[];
  /** The scale, beside the first spoke. */
  readonly scale: readonly (Point & { readonly level: number })[];
  /** The names of the axes, broken into lines. */
  readonly labels: readonly {
    readonly axis: string;
    readonly anchor: 'start' | 'middle' | 'end';
    readonly lines: readonly (Point & { readonly text: string })[];
  }[];
  /** In the order given: the last is painted over the others. An axis without a value is skipped. */
  readonly polygons: readonly {
    readonly kind: SeriesKind;
    readonly label: string;
    readonly points: string;
    readonly dots: readonly Point[];
  }[];
}

const width = 640;
const height = 480;
const centre: Point = { x: width / 2, y: height / 2 };
const radius = 168;
const highest = 3;
/** Between the outermost ring and the names of the axes. */
const away = 14;
const lineHeight = 17;
/** In characters: what fits beside the rings. */
const lineLength = 20;

/** The first axis is at the top, the others follow clockwise. */
export function radarDrawing({
  axes,
  series,
}: {
  readonly axes: readonly string[];
  readonly series: readonly RadarSeries[];
}): RadarDrawing {
  const at = (index: number, value: number): Point => place(index, axes.length, (value / highest) * radius);
  return {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    rings: ([3, 2, 1] as const).map((level) => ({ level, points: pointsOf(axes.map((_, index) => at(index, level))) })),
    spokes: axes.map((_, index) => ({ from: centre, to: at(index, highest) })),
    scale: [0, 1, 2, 3].map((level) => ({ level, x: centre.x - 13, y: at(0, level).y + 4 })),
    labels: axes.map((axis, index) => labelOf(axis, index, axes.length)),
    polygons: series.map(({ kind, label, values }) => {
      const dots = axes.flatMap((_, index) => {
        const value = values[index] ?? null;
        return value === null ? [] : [at(index, Math.min(Math.max(value, 0), highest))];
      });
      return { kind, label, points: pointsOf(dots), dots };
    }),
  };
}

function place(index: number, count: number, distance: number): Point {
  const angle = (index / Math.max(count, 1)) * 2 * Math.PI;
  return { x: tenth(centre.x + distance * Math.sin(angle)), y: tenth(centre.y - distance * Math.cos(angle)) };
}

/** Above the top, below the bottom, and beside the rest, so that no name crosses a ring. */
function labelOf(axis: string, index: number, count: number): RadarDrawing['labels'][number] {
  const { x, y } = place(index, count, radius + away);
  const lines = brokenInto(axis);
  const side = (x - centre.x) / (radius + away);
  const rise = (y - centre.y) / (radius + away);
  const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end';
  // From -1 (the last line ends at the place) to 1 (the first one begins there).
  const first = y + ((rise - 1) / 2) * (lines.length - 1) * lineHeight + 5;
  return { axis, anchor, lines: lines.map((text, line) => ({ text, x, y: tenth(first + line * lineHeight) })) };
}

function brokenInto(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lineLength) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pointsOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

/** A tenth of a unit is less than what a screen shows. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
