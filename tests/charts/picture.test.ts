import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { radarPicture } from '../../src/charts/picture.ts';
import type { RadarSeries } from '../../src/charts/radar.ts';
import { radarSvg } from '../../src/charts/svg.ts';

const axes = ['Gouvernance', 'Conception', 'Audit & <suivi>'];
const series: readonly RadarSeries[] = [
  { kind: 'recommended', label: 'Recommandé', values: [2, 2, 2] },
  { kind: 'validated', label: 'Réponse n° 3', values: [1.5, null, 3] },
];

describe('Q9: the radar as a picture', () => {
  test('is a PNG of the size that it says, half as fine again', async () => {
    const { png, width, height } = await radarPicture('Sécurité', axes, series);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * 1.5, height * 1.5]);
  });

  test('is written in our font, whatever fonts the machine has', async () => {
    const [titled, untitled] = await Promise.all([radarPicture('Sécurité', axes, []), radarPicture('', axes, [])]);
    expect(titled.png.equals(untitled.png)).toBe(false);
  });

  test('holds a title, a name for each axis and a legend, whatever they are made of', () => {
    const { svg } = radarSvg('Un & deux', axes, series);
    for (const text of ['Un &amp; deux', 'Gouvernance', 'Audit &amp; &lt;suivi&gt;', 'Recommandé', 'Réponse n° 3'])
      expect(svg).toContain(`>${text}</text>`);
  });

  test('has the colours of the light pages', async () => {
    const tokens = await readFile(new URL('../../public/styles/parts/tokens.css', import.meta.url), 'utf8');
    const light = tokens.slice(0, tokens.indexOf('[data-fr-theme="dark"]'));
    const { svg } = radarSvg('', axes, []);
    for (const name of [
      'level-0-soft',
      'level-1-soft',
      'level-2-soft',
      'level-1-tint',
      'level-2-tint',
      'level-3-line',
    ]) {
      const colour = new RegExp(`--${name}: (#\\w{6});`).exec(light)?.[1];
      expect([name, svg.includes(`"${colour}"`)]).toEqual([name, true]);
    }
  });
});
