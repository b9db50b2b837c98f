import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Parsed, unreadable } from './unreadable.ts';

export type Path = readonly (string | number)[];

/** Where something is written, so that a mistake found late can still be shown at its line. */
export interface Place {
  readonly source: Source;
  readonly path: Path;
}

/** In French: it is read by whoever wrote the file. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly reason: string;
}

/** A YAML file, read so that every scalar is text: 01.10 and NO stay what was typed. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly content: unknown;
  readonly mistakes: readonly Mistake[];
  #parsed: Parsed | null = null;

  /** `known` is what this very text was read as before: a right file is then not parsed again. */
  constructor(file: string, text: string, known?: unknown) {
    this.file = file;
    this.text = text;
    this.mistakes = known === undefined ? this.#unreadable() : [];
    this.content = this.mistakes.length > 0 ? null : (known ?? this.#read().document.toJS());
  }

  mistake(path: Path, reason: string): Mistake {
    return { file: this.file, line: this.#lineOf(path), path: written(path), reason };
  }

  /** Made when it is needed: of a file that is known, only to say at which line a mistake is. */
  #read(): Parsed {
    if (this.#parsed === null) {
      const lines = new LineCounter();
      const document = parseDocument(this.text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
      this.#parsed = { text: this.text, document, lines };
    }
    return this.#parsed;
  }

  #unreadable(): readonly Mistake[] {
    return unreadable(this.#read()).map((told) => ({ file: this.file, path: '', ...told }));
  }

  /** The line of the key or item, or of the nearest thing above it that exists. */
  #lineOf(path: Path): number {
    const { document, lines } = this.#read();
    for (let length = path.length; length > 0; length -= 1) {
      const start = keyStart(document, path.slice(0, length)) ?? startOf(document, path.slice(0, length));
      if (start !== undefined) return lines.linePos(start).line;
    }
    return 1;
  }
}

function keyStart(document: Document, path: Path): number | undefined {
  const holder = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(holder)) return undefined;
  const pair = holder.items.find(({ key }) => isScalar(key) && key.value === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}

function startOf(document: Document, path: Path): number | undefined {
  const node = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** sections[2].criteria[0].levels.3 */
export function written(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

export function mistakeAt({ source, path }: Place, reason: string): Mistake {
  return source.mistake(path, reason);
}

export function inside({ source, path }: Place, ...more: Path): Place {
  return { source, path: [...path, ...more] };
}
