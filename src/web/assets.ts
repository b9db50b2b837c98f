import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { RequestHandler } from 'express';

export interface Assets {
  /** The address of a file by the name it has in the sources: `main.css`, `main.js`, `favicon.svg`. */
  url(name: string): string;
  /** What it weighs once downloaded, in octets. */
  size(name: string): number;
  /** To be mounted on `/statique`. */
  readonly middleware: RequestHandler;
}

/** To download and fill in, under the names that they have in the sources; a browser opens none of them in a page of ours. */
const documents: Readonly<Record<string, string>> = {
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
};

const types: Readonly<Record<string, string>> = {
  ...documents,
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The best first, whatever the order in which a browser says them. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
];

/** Built files, kept in memory: they weigh less than a megabyte, and a name that is not one of theirs reaches no folder. */
export function openAssets(folder: string): Assets {
  const manifest = new Map<string, string>(
    Object.entries(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))),
  );
  const sources = new Map([...manifest].map(([name, hashed]) => [hashed, name]));
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  const hashedName = (name: string): string => {
    const hashed = manifest.get(name);
    if (hashed === undefined)
      throw new Error(`No asset is named ${name}: add it to public/ or src/browser/, then build.`);
    return hashed;
  };

  const middleware: RequestHandler = (req, res) => {
    const name = req.path.slice(1);
    const type = types[extname(name)];
    const plain = files.get(name);
    if (type === undefined || plain === undefined || !['GET', 'HEAD'].includes(req.method)) {
      res.status(404).type('text').send('Fichier introuvable.');
      return;
    }
    if (extname(name) in documents) res.attachment(basename(sources.get(name) ?? name));
    res.set({ 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' });
    if (!files.has(`${name}.br`)) {
      res.send(plain);
      return;
    }
    const encoding = encodings.find(({ name }) => req.acceptsEncodings(name) !== false);
    res.vary('Accept-Encoding');
    if (encoding !== undefined) res.set('Content-Encoding', encoding.name);
    res.send(encoding === undefined ? plain : files.get(name + encoding.suffix));
  };

  return {
    url: (name) => `/statique/${hashedName(name)}`,
    size: (name) => files.get(hashedName(name))?.length ?? 0,
    middleware,
  };
}
