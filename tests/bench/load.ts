import { fork } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';

/** Templates check their models outside production, which costs a third of a page. */
export const asInProduction = { NODE_ENV: 'production', BASE_URL: 'http://localhost' };

/** What a client asks for, `each` times on each of its connections. */
export interface Load {
  readonly url: string;
  readonly cookie: string;
  /** What each connection posts, but for its level and its revision, which go up from `from`; null: it reads. */
  readonly bodies: readonly string[] | null;
  readonly from: number;
  readonly together: number;
  readonly each: number;
  /** As browsers ask: compressed. */
  readonly compressed: boolean;
  /** At its own pace; null: as soon as it was answered. */
  readonly everyMs: number | null;
}

export interface Measured {
  /** In order, in milliseconds. */
  readonly times: readonly number[];
  readonly seconds: number;
  /** Of one answer. */
  readonly bytes: number;
}

export interface Listening {
  readonly url: string;
  close(): void;
}

export async function listening(app: RequestListener): Promise<Listening> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function measured(load: Pick<Load, 'url' | 'cookie' | 'together' | 'each'> & Partial<Load>): Promise<Measured> {
  const client = fork(new URL('./client.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    client.once('message', (result: Measured) => resolve(result));
    client.once('error', reject);
    client.once('exit', (code) => reject(new Error(`The client ended with ${code}`)));
    client.send({ bodies: null, from: 0, everyMs: null, compressed: false, ...load });
  });
}

export function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
}

export function perSecond({ times, seconds }: Measured): number {
  return Math.round(times.length / seconds);
}

export type Table = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** A column for each figure, under its name. */
export function inColumns(rows: Table): string {
  const names = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const lines = [
    ['', ...names],
    ...Object.entries(rows).map(([title, row]) => [title, ...names.map((name) => String(row[name] ?? ''))]),
  ];
  const widths = ['', ...names].map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map(([title = '', ...cells]) =>
      [title.padEnd(widths[0] ?? 0), ...cells.map((cell, at) => cell.padStart((widths[at + 1] ?? 0) + 2))].join(''),
    )
    .join('\n');
}
