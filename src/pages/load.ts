import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { brokenLinks, repeatedAnchors } from './links.ts';
import type { Pages } from './page.ts';
import { french, pagesSchema } from './schemas.ts';

/** Each file is named after its page's address. */
const files = {
  terms: 'cgu.yaml',
  legal: 'mentions-legales.yaml',
  accessibility: 'accessibilite.yaml',
  privacy: 'donnees-personnelles.yaml',
  faq: 'faq.yaml',
} as const satisfies Record<keyof Pages, string>;

const names = Object.keys(files) as (keyof Pages)[];

export interface Problem {
  readonly file: string;
  readonly path: string;
  readonly reason: string;
}

/** The public texts hold mistakes: all of them, each with its file and place. */
export class PagesRefused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ file, path, reason }) => `  - ${file}${path === '' ? '' : `, ${path}`} : ${reason}`);
    super(`Les textes publics ne peuvent pas être chargés :\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

/** Reads and checks the public texts, once, at start. */
export function loadPages(folder: string): Pages {
  const unreadable: Problem[] = [];
  const contents = Object.fromEntries(
    names.map((name) => [
      name,
      readYaml(folder, files[name], (reason) => unreadable.push({ file: files[name], path: '', reason })),
    ]),
  );
  const read = pagesSchema.safeParse(contents, { error: french });
  if (!read.success) {
    const readable = ({ file }: Problem): boolean => !unreadable.some((problem) => problem.file === file);
    throw new PagesRefused([...unreadable, ...read.error.issues.map(problemOf).filter(readable)]);
  }
  const pages: Pages = read.data;
  const problems = names.flatMap((name) =>
    [...repeatedAnchors(pages[name]), ...brokenLinks(pages, name)].map((place) => ({ file: files[name], ...place })),
  );
  if (problems.length > 0) throw new PagesRefused(problems);
  return freeze(pages);
}

function readYaml(folder: string, file: string, report: (reason: string) => void): unknown {
  let source: string;
  try {
    source = readFileSync(join(folder, file), 'utf8');
  } catch {
    report('fichier absent ou illisible');
    return null;
  }
  const document = parseDocument(source);
  for (const { message } of document.errors) report(message.split('\n')[0] ?? message);
  return document.errors.length > 0 ? null : document.toJS();
}

function problemOf({ path, message }: z.core.$ZodIssue): Problem {
  const [name, ...steps] = path;
  const place = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return { file: files[name as keyof Pages], path: place.replace(/^\./, ''), reason: message };
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
