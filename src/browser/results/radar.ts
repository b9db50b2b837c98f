import {
  Chart,
  type ChartConfiguration,
  Filler,
  LineElement,
  type Plugin,
  PointElement,
  RadarController,
  RadialLinearScale,
  Tooltip,
} from 'chart.js';
import { formatTenths } from '../../domain/french/numbers.ts';
import { lines, type RadarData, type Series } from './data.ts';
import { type Palette, through } from './palette.ts';

Chart.register(Filler, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip);

const FONT = 'Marianne, arial, sans-serif';
/** In characters: what fits beside the rings. */
const LINE = 18;
/** In pixels: on a phone, names beside the rings would leave them no room. Numbers stand for them, as in the table below. */
const NARROW = 480;

/** The radar of these series in a canvas; what is evaluated is painted over what it is compared with. */
export function drawRadar(
  canvas: HTMLCanvasElement,
  { axes, series }: RadarData,
  palette: Palette,
  { still, size }: { still: boolean; size: number },
): Chart {
  const narrow = (canvas.parentElement?.clientWidth ?? canvas.width) < NARROW;
  canvas.closest('.cv-radar')?.classList.toggle('cv-radar--numbered', narrow);
  const configuration: ChartConfiguration<'radar', (number | null)[], string[]> = {
    type: 'radar',
    plugins: [ringsOf(palette, size)],
    data: {
      labels: axes.map((axis, index) => (narrow ? [String(index + 1)] : brokenInto(axis, LINE))),
      datasets: series.map((one, index) => datasetOf(one, index, palette)),
    },
    options: {
      responsive: !still,
      maintainAspectRatio: false,
      animation: still || matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 250 },
      plugins: {
        legend: { display: false },
        tooltip: {
          callbacks: {
            title: (points) => points.map(({ dataIndex }) => axes[dataIndex] ?? ''),
            label: ({ dataset, raw }) => ` ${dataset.label}\u00a0: ${formatTenths(Number(raw))} sur 3`,
          },
        },
      },
      scales: {
        r: {
          min: 0,
          max: 3,
          ticks: { display: false, stepSize: 1 },
          grid: { display: false },
          angleLines: { color: through(palette.ink, 0.15) },
          pointLabels: {
            color: palette.ink,
            padding: 6,
            font: { family: FONT, size: narrow ? 14 : size, weight: narrow ? 700 : 400 },
          },
        },
      },
    },
  };
  return new Chart(canvas, configuration);
}

function datasetOf({ kind, name, values }: Series, index: number, palette: Palette) {
  const line = lines[kind] ?? { width: 2, dash: [], point: 'circle' as const, radius: 4 };
  const colour = palette.trace(kind);
  return {
    label: name,
    data: [...values],
    order: index,
    borderColor: colour,
    borderWidth: line.width,
    borderDash: line.dash,
    pointStyle: line.point,
    pointRadius: line.radius,
    pointHoverRadius: line.radius + 2,
    pointBackgroundColor: colour,
    pointBorderColor: palette.surface,
    backgroundColor: through(colour, 0.1),
    fill: kind === 'validated',
    spanGaps: true,
  };
}

/** Faint rings, one a level, so that a value reads as a level and not only as a distance. */
function ringsOf(palette: Palette, size: number): Plugin<'radar'> {
  return {
    id: 'rings',
    beforeDatasetsDraw({ ctx, scales: { r }, data }) {
      if (!(r instanceof RadialLinearScale)) return;
      for (const { level, fill, line } of palette.rings) {
        ctx.beginPath();
        (data.labels ?? []).forEach((_, index) => {
          const { x, y } = r.getPointPositionForValue(index, level);
          if (index === 0) ctx.moveTo(x, y);
          else ctx.lineTo(x, y);
        });
        ctx.closePath();
        ctx.fillStyle = fill;
        ctx.fill();
        ctx.strokeStyle = line;
        ctx.lineWidth = 1;
        ctx.setLineDash([]);
        ctx.stroke();
      }
    },
    afterDatasetsDraw({ ctx, scales: { r } }) {
      if (!(r instanceof RadialLinearScale)) return;
      ctx.fillStyle = palette.ink;
      ctx.font = `700 ${size}px ${FONT}`;
      ctx.textAlign = 'center';
      for (const level of [0, 1, 2, 3]) {
        const { x, y } = r.getPointPositionForValue(0, level);
        ctx.fillText(String(level), x - size - 1, y + size / 3);
      }
    },
  };
}

function brokenInto(text: string, length: number): string[] {
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const last = broken.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  return broken;
}
