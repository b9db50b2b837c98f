import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join, parse, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { root } from '../root.ts';
import { filesOf, type Step } from './step.ts';
import { bundleStyles } from './styles.ts';

const output = 'dist/public';

/** Logical name → hashed name. */
type Manifest = Record<string, string>;

/** What browsers download, from `public` (styles, images, documents) and `src/browser` into `dist/public`, hashed and compressed, with its manifest. */
export async function buildAssets(): Promise<void> {
  await rm(join(root, output), { recursive: true, force: true });
  await mkdir(join(root, output), { recursive: true });
  const parts = await Promise.all([buildStyles(), buildScripts(), copy('public/images'), copy('public/documents')]);
  const manifest: Manifest = Object.assign({}, ...parts);
  await Promise.all((await filesOf(output)).map(compress));
  await writeFile(join(root, output, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

export const assets: Step = {
  name: 'assets',
  inputs: ['public', 'src', 'views', 'package-lock.json'],
  output: 'dist/public/manifest.json',
  run: buildAssets,
};

/** Each file directly in `public/styles` is a sheet that a page may ask for; `parts` is what they are made of. */
async function buildStyles(): Promise<Manifest> {
  const { sheets, fonts } = await bundleStyles(await filesDirectlyIn('public/styles'), await pages());
  await Promise.all(fonts.map(({ hashed, content }) => writeFile(join(root, output, hashed), content)));
  const named = sheets.map(async ({ name, css }) => [name, await put(name, css)] as const);
  return Object.fromEntries([...fonts.map(({ name, hashed }) => [name, hashed]), ...(await Promise.all(named))]);
}

/** Each file directly in `src/browser` is a script that a page may ask for; what they share becomes a part. */
async function buildScripts(): Promise<Manifest> {
  const entryPoints = await filesDirectlyIn('src/browser');
  const { metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints,
    outdir: output,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const scripts = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  return Object.fromEntries(
    scripts.map(([path, { entryPoint = '' }]) => [`${parse(entryPoint).name}.js`, basename(path)]),
  );
}

/** Each file is named by its path in the folder: `favicon.svg`, `securite/flux.png`. */
async function copy(folder: string): Promise<Manifest> {
  const paths = await filesOf(folder);
  const copies = paths.map(
    async (path) => [relative(folder, path), await put(basename(path), await readFile(join(root, path)))] as const,
  );
  return Object.fromEntries(await Promise.all(copies));
}

async function filesDirectlyIn(folder: string): Promise<string[]> {
  return (await filesOf(folder)).filter((path) => parse(path).dir === folder);
}

/** Writes a file under a name that changes with its content, and returns that name. */
async function put(name: string, content: string | Buffer): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const hashed = `${parse(name).name}-${hash}${extname(name)}`;
  await writeFile(join(root, output, hashed), content);
  return hashed;
}

/** Whatever may name a class of the design system, always whole: `fr-icon-add-line`. */
async function pages(): Promise<readonly string[]> {
  const paths = (await Promise.all(['views', 'src'].map(filesOf)))
    .flat()
    .filter((path) => /\.(ejs|yaml|ts)$/.test(path));
  return Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')));
}

async function compress(path: string): Promise<void> {
  if (!['.css', '.js', '.svg'].includes(extname(path))) return;
  const content = await readFile(join(root, path));
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(join(root, `${path}.br`), brotli), writeFile(join(root, `${path}.gz`), gzipped)]);
}
