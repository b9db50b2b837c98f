import { Agent, createServer, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { openApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { type Size, writePlatform } from './platform.ts';

/**
 * npm run bench: the pages of a company of 500 products, alone, then on a platform of 450 companies, then of 100,000
 * products. What matters is the growth from the first to the last, and the number of queries: the rest is this machine's.
 * On PostgreSQL with TEST_DATABASE_URL, else on the embedded database.
 */
const sizes: Readonly<Record<string, Size>> = {
  alone: { companies: 1, products: 0, first: 500 },
  real: { companies: 450, products: 1, first: 500 },
  large: { companies: 50_000, products: 2, first: 500 },
};

const pages = [
  '/tableau-de-bord',
  '/cartographie',
  '/produits',
  '/produits?q=produit%201%2042',
  '/parcours/doctrine/evaluation-et-projection-socles',
  '/parcours/doctrine/evaluation-et-projection-socles/1',
  '/produits/1',
  '/questionnaires/securite',
];

interface Figures {
  readonly queries: number;
  readonly kilobytes: number;
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

const asked = process.argv[2];
const chosen = Object.entries(sizes).filter(([name]) => asked === undefined || name === asked);
const table: Record<string, Record<string, string | number>> = {};
for (const [name, size] of chosen) {
  for (const [page, { queries, kilobytes, p50, p95, perSecond }] of await figuresOf(size)) {
    table[page] = {
      queries,
      kB: kilobytes,
      ...table[page],
      [`${name} p50`]: p50,
      [`${name} p95`]: p95,
      [`${name} /s ×32`]: perSecond,
    };
  }
}
for (const row of Object.values(table)) {
  const [first, last] = [Number(row['alone p50']), Number(row['large p50'])];
  if (first > 0 && last > 0) row.growth = `${(last / first).toFixed(2)} ×`;
}
process.stdout.write(`${inColumns(table)}\n`);

async function figuresOf(size: Size): Promise<ReadonlyMap<string, Figures>> {
  const app = await openApp();
  const server = createServer(app.express);
  try {
    const started = performance.now();
    const owner = await writePlatform(app, size);
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(`${size.companies} companies written in ${seconds} s\n`);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    const cookie = `session=${await app.sessionOf(owner)}`;
    const figures = new Map<string, Figures>();
    for (const page of pages) {
      const open = opener(`http://127.0.0.1:${address.port}${page}`, cookie);
      for (let n = 0; n < 5; n += 1) await open();
      const { result, queries } = await countQueries(app.deps.database, open);
      const times = await timed(60, 1, open);
      const crowd = performance.now();
      await timed(200, 32, open);
      figures.set(page, {
        queries: queries.length,
        kilobytes: Math.round(result / 1000),
        p50: quantile(times, 0.5),
        p95: quantile(times, 0.95),
        perSecond: Math.round(200_000 / (performance.now() - crowd)),
      });
    }
    return figures;
  } finally {
    server.closeAllConnections();
    server.close();
    await app.close();
  }
}

/** Asks for a page as a browser does; anything but a page stops the bench. Returns its size. */
function opener(url: string, cookie: string): () => Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  return () =>
    new Promise((resolve, reject) => {
      get(url, { agent, headers: { cookie, accept: 'text/html' } }, (response) => {
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          bytes += part.length;
        });
        response.on('end', () => {
          if (response.statusCode === 200) resolve(bytes);
          else reject(new Error(`${url} answered ${response.statusCode}`));
        });
        response.on('error', reject);
      }).on('error', reject);
    });
}

/** How long each of `count` takes, `together` at a time. */
async function timed(count: number, together: number, act: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const started = performance.now();
      await act();
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return times.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
}

/** A column for each figure, under its name. */
function inColumns(rows: Readonly<Record<string, Readonly<Record<string, string | number>>>>): string {
  const names = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const line = (page: string, cells: readonly unknown[]): string =>
    [page.padEnd(56), ...cells.map((cell, index) => String(cell ?? '').padStart((names[index]?.length ?? 0) + 2))].join(
      '',
    );
  return [
    line('page', names),
    ...Object.entries(rows).map(([page, row]) =>
      line(
        page,
        names.map((name) => row[name]),
      ),
    ),
  ].join('\n');
}
