import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServerDatabase } from '../support/database.ts';
import { Remote, run, type Server, startServer } from '../support/server.ts';

const PASSWORD = 'convergence pour essayer';
const PLACE = '/parcours/mon-espace-sante/referencement-sans-echange';

let folder = '';
let database: Awaited<ReturnType<typeof createServerDatabase>> | null = null;
let env: Readonly<Record<string, string>> = {};
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convergence-proofs-'));
  database = process.env.TEST_DATABASE_URL ? await createServerDatabase() : null;
  env = { DATA_DIR: folder, ...(database && { DATABASE_URL: database.url }) };
  server = await startServer(env);
}, 60_000);

afterAll(async () => {
  await server.kill('SIGKILL');
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Somebody who answers, and the pages of the requirements that expect a proof, each with its first type. */
async function aDepositor(login = 'responsable') {
  const remote = new Remote(server.url);
  await remote.signIn(login, PASSWORD);
  const reference = /\/produits\/(\d+)"/.exec(await remote.page('/produits?q=Carnet%20de%20suivi%20Web'))?.[1];
  const base = `${PLACE}/${reference}/questionnaires/ethique-mes/preuves`;
  const links = (await remote.page(base)).matchAll(new RegExp(`href="${base}/([^"/?]+)"`, 'g'));
  return { remote, base, codes: [...new Set([...links].map(([, code = '']) => code))] };
}

async function typeOf(remote: Remote, page: string): Promise<string> {
  const select = /<select[^>]*name="type"[\s\S]*?<\/select>/.exec(await remote.page(page))?.[0] ?? '';
  return [...select.matchAll(/value="([^"]+)"/g)].map(([, value = '']) => value)[0] ?? '';
}

const filling = Buffer.alloc(9_900_000, 0x20);
const aPdf = (name: string, filled = filling) => new File([`%PDF-1.4 ${name}\n`, filled], `${name}.pdf`);

async function memoryOf({ process: { pid } }: Server): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
}

async function onDisk(): Promise<string[]> {
  const found = await readdir(join(folder, 'fichiers'), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

describe('Q7: files are streamed to storage, and never lost', () => {
  test.runIf(process.platform === 'linux')(
    '50 uploads of 10 Mo at once leave memory flat',
    { timeout: 180_000 },
    async () => {
      const { remote, base, codes } = await aDepositor();
      const pages = codes.slice(0, 10).map((code) => `${base}/${code}`);
      const types = new Map<string, string>();
      for (const page of pages) types.set(page, await typeOf(remote, page));
      const send = (page: string, name: string) =>
        remote.send(page, { type: types.get(page) ?? '', description: 'Ce qui s’y voit' }, { fichier: aPdf(name) });
      /** Told that the service is short of room, as a loaded machine says, the person sends it again. */
      const insist = async (page: string, name: string): Promise<Response> => {
        for (let tries = 0; ; tries += 1) {
          const answer = await send(page, name);
          if (answer.status !== 503 || tries === 5) return answer;
        }
      };
      for (const page of pages) expect((await send(page, `before-${page}`)).status).toBe(303);

      const files = (await onDisk()).length;
      const before = await memoryOf(server);
      let most = before;
      let over = false;
      const watching = (async () => {
        while (!over) {
          most = Math.max(most, await memoryOf(server));
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      const all = Array.from({ length: 50 }, (_, n) => insist(pages[n % pages.length] ?? '', `file-${n}`));
      const answers = await Promise.all(all);
      over = true;
      await watching;
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 303));
      expect((await onDisk()).length).toBeGreaterThanOrEqual(files + 50);
      // Half a gigabyte went through
      expect(most - before).toBeLessThan(150);
    },
  );

  test('killed with -9 in the middle of deposits, what was acknowledged is there, and nothing names what is missing', {
    timeout: 120_000,
  }, async () => {
    const { remote, base, codes } = await aDepositor();
    const page = `${base}/${codes[11]}`;
    const type = await typeOf(remote, page);
    const acknowledged: string[] = [];
    const depositing = [0, 1, 2].map(async (client) => {
      for (let n = 0; n < 9; n += 1) {
        const name = `killed-${client}-${n}`;
        const file = aPdf(name, filling.subarray(0, 2_000_000));
        const answer = await remote
          .send(page, { type, description: 'Ce qui s’y voit' }, { fichier: file })
          .catch(() => null);
        if (answer?.status !== 303) return;
        acknowledged.push(name);
      }
    });
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(5);
    await server.kill('SIGKILL');
    await Promise.all(depositing);

    server = await startServer(env);
    const back = await aDepositor();
    const shown = await back.remote.page(page);
    const proofs = [...shown.matchAll(/href="([^"?]+)" title="Télécharger (killed-[^"]+)\.pdf"/g)];
    const named = proofs.map(([, , name = '']) => name);
    expect(acknowledged.filter((name) => !named.includes(name))).toEqual([]);
    for (const [, href = '', name = ''] of proofs) {
      const content = await (await back.remote.get(href)).text();
      expect(content.startsWith(`%PDF-1.4 ${name}\n`)).toBe(true);
    }
    await server.kill('SIGTERM');
    const { said } = await run('commands/clean-files.js', env);
    expect(said).toContain('Aucun fichier rattaché ne manque.');
  });
});
