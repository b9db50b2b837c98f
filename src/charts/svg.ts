import { type Point, type RadarDrawing, type RadarSeries, radarDrawing, type SeriesKind } from './radar.ts';

/** The light tokens (public/styles/parts/tokens.css): a picture is printed and pasted into pages of others. */
const INK = '#161616';
const PAPER = '#ffffff';
const SPOKE = '#dddddd';
const rings = {
  1: { fill: '#fdefee', line: '#fdbf7e' },
  2: { fill: '#fff2e6', line: '#fff1a6' },
  3: { fill: '#fff9e0', line: '#007059' },
} as const;

/** Colour, dashes and marks all differ: each polygon is known without its colour. */
const styles: Readonly<
  Record<SeriesKind, { colour: string; width: number; dashes: string; fill: number; mark: string }>
> = {
  validated: { colour: '#000091', width: 2.5, dashes: '', fill: 0.12, mark: 'circle' },
  draft: { colour: '#a3386f', width: 2, dashes: '', fill: 0, mark: 'triangle' },
  recommended: { colour: INK, width: 1.5, dashes: '6 4', fill: 0, mark: 'square' },
  required: { colour: '#6b5a2e', width: 1.5, dashes: '2 3', fill: 0, mark: 'diamond' },
};

const HEAD = 44;
const LEGEND_LINE = 26;

/** A radar with its title and its legend, as one drawing that needs nothing else but the font. */
export function radarSvg(title: string, axes: readonly string[], series: readonly RadarSeries[]) {
  const drawing = radarDrawing({ axes, series });
  const { width } = drawing;
  const height = HEAD + drawing.height + LEGEND_LINE * Math.ceil(series.length / 2) + 16;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Marianne" font-size="13" fill="${INK}">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<text x="${width / 2}" y="28" font-size="16" font-weight="700" text-anchor="middle">${escaped(title)}</text>`,
    `<g transform="translate(0 ${HEAD})">${grid(drawing)}${drawing.polygons.map(polygon).join('')}${scale(drawing)}</g>`,
    legend(series, HEAD + drawing.height),
    '</svg>',
  ].join('');
  return { svg, width, height };
}

function grid({ rings: levels, spokes, labels }: RadarDrawing): string {
  return [
    ...levels.map(
      ({ level, points }) =>
        `<polygon points="${points}" fill="${rings[level].fill}" stroke="${rings[level].line}" stroke-width="1"/>`,
    ),
    ...spokes.map(({ from, to }) => `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" stroke="${SPOKE}"/>`),
    ...labels.flatMap(({ anchor, lines }) =>
      lines.map(({ x, y, text }) => `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`),
    ),
  ].join('');
}

function polygon({ kind, points, dots }: RadarDrawing['polygons'][number]): string {
  const { colour, fill } = styles[kind];
  const area = `<polygon points="${points}" fill="${colour}" fill-opacity="${fill}" ${stroke(kind)}/>`;
  return area + dots.map((dot) => mark(kind, dot)).join('');
}

function scale({ scale: levels }: RadarDrawing): string {
  const figures = levels.map(({ x, y, level }) => `<text x="${x}" y="${y}">${level}</text>`);
  return `<g font-size="12" font-weight="700" text-anchor="middle">${figures.join('')}</g>`;
}

/** Two columns, in the order of the series. */
function legend(series: readonly RadarSeries[], top: number): string {
  return series
    .map(({ kind, label }, index) => {
      const x = index % 2 === 0 ? 40 : 340;
      const y = top + LEGEND_LINE * (Math.floor(index / 2) + 0.5);
      const line = `<path d="M${x} ${y}h34" ${stroke(kind)}/>${mark(kind, { x: x + 17, y })}`;
      return `${line}<text x="${x + 44}" y="${y + 5}">${escaped(label)}</text>`;
    })
    .join('');
}

function stroke(kind: SeriesKind): string {
  const { colour, width, dashes } = styles[kind];
  return `stroke="${colour}" stroke-width="${width}"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}`;
}

function mark(kind: SeriesKind, { x, y }: Point): string {
  const { colour, mark: shape } = styles[kind];
  const paint = `fill="${colour}" stroke="${PAPER}"`;
  if (shape === 'circle') return `<circle cx="${x}" cy="${y}" r="4" ${paint}/>`;
  if (shape === 'triangle') return `<path d="M${x} ${y - 5}l5 9h-10z" ${paint}/>`;
  if (shape === 'square') return `<rect x="${x - 3.5}" y="${y - 3.5}" width="7" height="7" ${paint}/>`;
  return `<path d="M${x} ${y - 5}l5 5l-5 5l-5 -5z" ${paint}/>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);
}
