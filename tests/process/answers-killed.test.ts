import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createServerDatabase } from '../support/database.ts';
import { Remote, startServer } from '../support/server.ts';

const PASSWORD = 'convergence pour essayer';
const PLACE = '/parcours/mon-espace-sante/referencement-sans-echange';
const MINE = 6;

interface Sent {
  readonly critere: string;
  readonly revision: string;
  readonly niveau: string;
  readonly commentaire: string;
}

test('Q2: killed with -9 while three people answer, nothing that was acknowledged is lost', {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'convergence-killed-'));
  const database = process.env.TEST_DATABASE_URL ? await createServerDatabase() : null;
  const env = { DATA_DIR: folder, ...(database && { DATABASE_URL: database.url }) };
  const server = await startServer(env);
  let back: typeof server | undefined;
  try {
    const owner = new Remote(server.url);
    await owner.signIn('responsable', PASSWORD);
    const catalogue = await owner.page('/produits?q=Carnet%20de%20suivi%20Web');
    const reference = /\/produits\/(\d+)"/.exec(catalogue)?.[1];
    const page = `${PLACE}/${reference}/questionnaires/ethique-mes`;
    const path = `${page}/enregistrement`;
    const codes = [
      ...(await owner.page('/questionnaires/ethique-mes?demarche=referencement-sans-echange')).matchAll(
        /id="([A-Z]+\.\d+\.\d+)"/g,
      ),
    ].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(3 * MINE);

    const clients = ['responsable', 'valideur', 'contributeur'].map((login, index) => ({
      login,
      remote: new Remote(server.url),
      codes: codes.slice(index * MINE, (index + 1) * MINE),
      acknowledged: new Map<string, { readonly sent: Sent; readonly revision: number }>(),
      pending: null as Sent | null,
      count: 0,
    }));
    for (const { login, remote } of clients) await remote.signIn(login, PASSWORD);
    const answering = clients.map(async (client) => {
      for (let n = 0; ; n += 1) {
        const critere = client.codes[n % MINE] ?? '';
        const revision = client.acknowledged.get(critere)?.revision ?? 0;
        const sent = { critere, revision: String(revision), niveau: n % 2 ? '3' : '0', commentaire: `Essai ${n}` };
        client.pending = sent;
        const answer = await client.remote.post(path, { ...sent }).catch(() => null);
        const body = answer?.status === 200 ? await answer.json().catch(() => null) : null;
        if (body === null) return answer?.status ?? 'killed';
        client.acknowledged.set(critere, { sent, revision: body.revision });
        client.pending = null;
        client.count += 1;
      }
    });
    await expect.poll(() => Math.min(...clients.map(({ count }) => count)), { timeout: 30_000 }).toBeGreaterThan(15);
    await server.kill('SIGKILL');
    expect(await Promise.all(answering)).toEqual(['killed', 'killed', 'killed']);

    back = await startServer(env);
    for (const { login, acknowledged, pending } of clients) {
      const remote = new Remote(back.url);
      await remote.signIn(login, PASSWORD);
      for (const [critere, { sent, revision }] of acknowledged) {
        // Said again from where it was said: it is there, at that revision, unless what came after it was written too.
        const answer = await remote.post(path, { ...sent });
        const body = await answer.json();
        const after = pending?.critere === critere && body.conflict?.comment === pending.commentaire;
        expect(after ? body.conflict.revision - 1 : body.revision, `${login}, ${critere}`).toBe(revision);
      }
    }
  } finally {
    await server.kill('SIGKILL');
    await back?.kill('SIGKILL');
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  }
});
