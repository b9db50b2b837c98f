import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from '../root.ts';
import { characters, keepFeatures } from './fonts.ts';
import type { Step } from './step.ts';

const weights = ['Regular', 'Bold'];

/** The fonts of the pictures that the server draws: the library that draws them reads no woff2, and no machine's own fonts are asked. */
export const pictureFonts: Step = {
  name: 'picture-fonts',
  inputs: ['src/build/fonts.ts', 'src/build/picture-fonts.ts', 'package-lock.json'],
  output: 'dist/fonts/Marianne-Bold.ttf',
  async run() {
    await mkdir(join(root, 'dist/fonts'), { recursive: true });
    for (const weight of weights) {
      const font = await readFile(join(root, `node_modules/@gouvfr/dsfr/dist/fonts/Marianne-${weight}.woff2`));
      const content = await subsetFont(font, characters, { targetFormat: 'sfnt', keepFeatures });
      await writeFile(join(root, `dist/fonts/Marianne-${weight}.ttf`), content);
    }
  },
};
