import { performance } from 'node:perf_hooks';
import { openApp, type TestApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { asInProduction, type Listening, listening, measured, perSecond, quantile, type Table } from './load.ts';
import { type Size, writePlatform } from './platform.ts';

export const sizes: Readonly<Record<string, Size>> = {
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

const ROUNDS = 4;

interface Platform {
  readonly name: string;
  readonly app: TestApp & { close(): Promise<void> };
  readonly server: Listening;
  readonly cookie: string;
}

/** All opened first, then asked in turn: what else the machine does meanwhile weighs on each alike. */
export async function pageFigures(names: readonly string[]): Promise<Table> {
  const platforms: Platform[] = [];
  const table: Record<string, Table[string]> = {};
  try {
    for (const [name, size] of Object.entries(sizes)) {
      if (names.includes(name)) platforms.push(await opened(name, size));
    }
    for (const page of pages) table[page] = await figuresOf(platforms, page);
    return table;
  } finally {
    for (const { app, server } of platforms) {
      server.close();
      await app.close();
    }
  }
}

async function opened(name: string, size: Size): Promise<Platform> {
  const started = performance.now();
  const app = await openApp({}, asInProduction);
  const owner = await writePlatform(app, size);
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${name}: ${size.companies} companies written in ${seconds} s\n`);
  return { name, app, server: await listening(app.express), cookie: `session=${await app.sessionOf(owner)}` };
}

async function figuresOf(platforms: readonly Platform[], page: string): Promise<Table[string]> {
  const row: Record<string, string | number> = {};
  const times = new Map<string, number[]>();
  for (const { name, app, server, cookie } of platforms) {
    const url = `${server.url}${page}`;
    const warm = await measured({ url, cookie, together: 1, each: 10 });
    row.kB = Math.round(warm.bytes / 1000);
    row.queries = (await countQueries(app.deps.database, () => fetch(url, { headers: { cookie } }))).queries.length;
    times.set(name, []);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, server, cookie } of platforms) {
      const { times: more } = await measured({ url: `${server.url}${page}`, cookie, together: 1, each: 25 });
      times.get(name)?.push(...more);
    }
  }
  for (const { name, server, cookie } of platforms) {
    const sorted = times.get(name)?.sort((a, b) => a - b) ?? [];
    row[`${name} p50`] = quantile(sorted, 0.5);
    row[`${name} p95`] = quantile(sorted, 0.95);
    row[`${name} /s ×32`] = perSecond(await measured({ url: `${server.url}${page}`, cookie, together: 32, each: 7 }));
  }
  const [first, last] = [Number(row['alone p50']), Number(row['large p50'])];
  return first > 0 && last > 0 ? { ...row, growth: (last / first).toFixed(2) } : row;
}
