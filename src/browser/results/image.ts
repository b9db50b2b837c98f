import { lines, type RadarData, type Series } from './data.ts';
import type { Palette } from './palette.ts';
import { drawRadar } from './radar.ts';

const WIDTH = 1200;
const HEIGHT = 900;
const MARGIN = 40;
const FONT = 'Marianne, arial, sans-serif';

/** The radar with its title and its legend, in the colours that are shown, as a PNG. */
export async function radarImage(data: RadarData, palette: Palette): Promise<Blob> {
  const picture = document.createElement('canvas');
  picture.width = WIDTH;
  picture.height = HEIGHT;
  const ctx = picture.getContext('2d');
  if (ctx === null) throw new Error('This browser draws no image.');
  ctx.fillStyle = palette.surface;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  const top = drawTitle(ctx, data.title, palette);
  const bottom = HEIGHT - MARGIN - Math.ceil(data.series.length / 2) * 34;
  const chart = document.createElement('canvas');
  chart.width = WIDTH - 2 * MARGIN;
  chart.height = bottom - top;
  // A canvas out of the page has no density of its own.
  const drawn = drawRadar(chart, data, palette, { still: true, size: 20 });
  ctx.drawImage(chart, MARGIN, top, WIDTH - 2 * MARGIN, bottom - top);
  drawn.destroy();
  data.series.forEach((one, index) => {
    drawKey(ctx, one, palette, MARGIN + (index % 2) * (WIDTH / 2), bottom + 34 * Math.floor(index / 2) + 24);
  });
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob === null ? reject(new Error('No image was made.')) : resolve(blob)), 'image/png');
  });
}

/** Returns where the title ends. */
function drawTitle(ctx: CanvasRenderingContext2D, title: string, palette: Palette): number {
  ctx.fillStyle = palette.ink;
  ctx.font = `700 28px ${FONT}`;
  ctx.textAlign = 'left';
  let y = MARGIN + 24;
  let line = '';
  for (const word of title.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (ctx.measureText(longer).width > WIDTH - 2 * MARGIN && line !== '') {
      ctx.fillText(line, MARGIN, y);
      y += 36;
      line = word;
    } else line = longer;
  }
  ctx.fillText(line, MARGIN, y);
  return y + 20;
}

function drawKey(ctx: CanvasRenderingContext2D, { kind, label }: Series, palette: Palette, x: number, y: number): void {
  const line = lines[kind];
  ctx.strokeStyle = palette.trace(kind);
  ctx.fillStyle = palette.trace(kind);
  ctx.lineWidth = line?.width ?? 2;
  ctx.setLineDash(line?.dash ?? []);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + 56, y);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  markAt(ctx, line?.point ?? 'circle', x + 28, y);
  ctx.fill();
  ctx.fillStyle = palette.ink;
  ctx.font = `400 22px ${FONT}`;
  ctx.textAlign = 'left';
  ctx.fillText(label, x + 70, y + 8);
}

function markAt(ctx: CanvasRenderingContext2D, point: string, x: number, y: number): void {
  const size = 9;
  if (point === 'circle') ctx.arc(x, y, size, 0, 2 * Math.PI);
  else if (point === 'rect') ctx.rect(x - size + 1, y - size + 1, 2 * size - 2, 2 * size - 2);
  else {
    ctx.moveTo(x, y - size);
    ctx.lineTo(x + size, point === 'triangle' ? y + size : y);
    if (point === 'rectRot') ctx.lineTo(x, y + size);
    ctx.lineTo(x - size, point === 'triangle' ? y + size : y);
    ctx.closePath();
  }
}
