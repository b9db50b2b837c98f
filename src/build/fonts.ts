import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import subsetFont from 'subset-font';

/** What French pages and the names of Europeans are written with; any other character is drawn in the browser's own font. */
const kept: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f], // Latin, with the accents of Europe
  [0x2010, 0x2026], // dashes, quotes, ellipsis
  [0x202f, 0x203a], // narrow spaces, per mille, guillemets
  [0x20ac, 0x20ac], // €
  [0x2122, 0x2122], // ™
  [0x2190, 0x2193], // arrows
  [0x2212, 0x2212], // minus
  [0x2264, 0x2265], // at most, at least
];

export const characters = kept
  .flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  )
  .join('');

/** Kerning, figures of one width, accents and ligatures; small capitals and the like are never asked for. */
export const keepFeatures = ['kern', 'tnum', 'ccmp', 'locl', 'mark', 'liga'];

/** Fonts with what pages ask of them: half their weight. */
export const lighterFonts: Plugin = {
  name: 'lighter-fonts',
  setup(build) {
    build.onLoad({ filter: /\.woff2$/ }, async ({ path }) => ({
      contents: await subsetFont(await readFile(path), characters, { targetFormat: 'woff2', keepFeatures }),
      loader: 'file',
    }));
  },
};
