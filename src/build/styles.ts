import { basename, extname } from 'node:path';
import { build as esbuild } from 'esbuild';
import { root } from '../root.ts';
import { designSystem, dropUnreadProperties, propertiesRead, UsedClasses } from './design-system.ts';
import { lighterFonts } from './fonts.ts';

export interface Sheet {
  readonly name: string;
  readonly css: string;
}

export interface Styles {
  readonly sheets: readonly Sheet[];
  /** Named already: the sheets point to them. */
  readonly fonts: readonly { readonly name: string; readonly hashed: string; readonly content: Uint8Array }[];
}

/** `texts` are the pages and the scripts: what they name of the design system stays, the rest goes. */
export async function bundleStyles(entryPoints: string[], texts: readonly string[]): Promise<Styles> {
  const { outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist/public',
    bundle: true,
    minify: true,
    write: false,
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'dataurl' },
    plugins: [lighterFonts, designSystem(new UsedClasses(texts))],
    logLevel: 'warning',
  });
  const sheets = outputFiles.filter(({ path }) => extname(path) === '.css');
  const readByPages = texts.flatMap(propertiesRead);
  return {
    sheets: sheets.map((sheet) => {
      const others = sheets.filter((other) => other !== sheet).flatMap(({ text }) => propertiesRead(text));
      return { name: basename(sheet.path), css: dropUnreadProperties(sheet.text, [...readByPages, ...others]) };
    }),
    fonts: outputFiles
      .filter(({ path }) => extname(path) === '.woff2')
      .map(({ path, contents }) => ({
        name: basename(path).replace(/-[0-9A-Z]{8}(?=\.woff2$)/, ''),
        hashed: basename(path),
        content: contents,
      })),
  };
}
