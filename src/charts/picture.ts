import { join } from 'node:path';
import { root } from '../root.ts';
import type { RadarSeries } from './radar.ts';
import { radarSvg } from './svg.ts';

/** A picture as files hold it, with the size that it takes on a page, in pixels. */
export interface Picture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

const fontFiles = ['Regular', 'Bold'].map((weight) => join(root, `dist/fonts/Marianne-${weight}.ttf`));

/** Finer than a page shows, so that it prints well. */
const ZOOM = 1.5;

/** Drawn on another thread. The library is read at the first picture, not at start. */
export async function radarPicture(
  title: string,
  axes: readonly string[],
  series: readonly RadarSeries[],
): Promise<Picture> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const { svg, width, height } = radarSvg(title, axes, series);
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Marianne' },
    logLevel: 'off',
  });
  return { png: drawn.asPng(), width, height };
}
