import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Remote, run, type Server, startServer } from '../support/server.ts';

const PASSWORD = 'convergence pour essayer';
let folder = '';
let env: Record<string, string> = {};
let server: Server | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convergence-process-'));
  env = { DATA_DIR: folder };
});

afterAll(async () => {
  await server?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function restarted(): Promise<Server> {
  server = await startServer(env);
  return server;
}

describe('One command starts it', () => {
  test('on an empty folder it answers within 20 s, prints the accounts to try, and each signs in', async () => {
    const first = await restarted();
    expect(first.readyAfterMs).toBeLessThan(20_000);
    for (const login of [
      'responsable',
      'valideur',
      'contributeur',
      'autre.responsable',
      'verificateur',
      'administrateur',
    ]) {
      expect(first.said()).toContain(login);
      await new Remote(first.url).signIn(login, PASSWORD);
    }
    expect(first.said()).toContain(PASSWORD);
  });

  test('a second process on the same folder says so and ends; the first goes on', async () => {
    const second = await run('server.js', { ...env, PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.said).toContain(folder);
    expect(second.said).toContain('DATABASE_URL');
    expect((await fetch(`${server?.url}/sante/pret`)).status).toBe(200);
  });

  test('asked to stop, it answers what it had begun and ends well', async () => {
    expect(await server?.kill('SIGTERM')).toBe(0);
  });

  test('on existing data it answers within 3 s', async () => {
    const again = await restarted();
    expect(again.readyAfterMs).toBeLessThan(3_000);
  });

  test('killed with -9 while people write, it starts again with all that was acknowledged, and the audit trail holds', async () => {
    if (server === undefined) throw new Error('No server');
    const people = ['responsable', 'valideur', 'contributeur', 'verificateur'].map((login) => ({
      login,
      remote: new Remote(server?.url ?? ''),
      acknowledged: -1,
    }));
    for (const { login, remote } of people) await remote.signIn(login, PASSWORD);
    const writing = people.map(async (person) => {
      await person.remote.page('/compte/profil');
      for (let i = 0; ; i += 1) {
        const answer = await person.remote
          .post('/compte/profil', {
            firstName: 'Camille',
            lastName: `Essai ${String.fromCharCode(97 + (i % 26))} ${i}`,
            position: 'Essais',
            phone: '01 23 45 67 89',
          })
          .catch(() => null);
        if (answer === null) return;
        if (answer.status === 303) person.acknowledged = i;
        if (answer.status === 303) await person.remote.page('/compte/profil').catch(() => '');
      }
    });
    await expect
      .poll(() => Math.min(...people.map(({ acknowledged }) => acknowledged)), { timeout: 20_000 })
      .toBeGreaterThan(3);
    await server.kill('SIGKILL');
    await Promise.all(writing);

    const back = await restarted();
    for (const { login, acknowledged } of people) {
      const remote = new Remote(back.url);
      await remote.signIn(login, PASSWORD);
      const kept = Number(/Essai [a-z] (\d+)/.exec(await remote.page('/compte'))?.[1]);
      // One more may have been written whose answer never left.
      expect([acknowledged, acknowledged + 1]).toContain(kept);
    }
    expect(await back.kill('SIGTERM')).toBe(0);
    const audit = await run('commands/verify-audit.js', env);
    expect(audit.said).toContain('Le journal tient');
    expect(audit.code).toBe(0);
  });

  test.each([
    [{ PORT: 'x' }, 'PORT : attendu un numéro de port'],
    [{ NODE_ENV: 'production' }, 'SESSION_SECRET'],
    [{ DATA_DIR: 'package.json' }, 'DATA_DIR : attendu un dossier'],
    [{ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, '127.0.0.1'],
  ])('%o stops the start with what is wrong', async (wrong, sentence) => {
    const outcome = await run('server.js', { ...env, ...wrong });
    expect(outcome.code).toBe(1);
    expect(outcome.said).toContain(sentence);
  });
});

describe('In production', () => {
  test('there is no demonstration data; the first administrator is made by a command, once', async () => {
    const own = await mkdtemp(join(tmpdir(), 'convergence-production-'));
    const production = {
      DATA_DIR: own,
      NODE_ENV: 'production',
      SESSION_SECRET: 'x'.repeat(40),
      BASE_URL: 'https://convergence.exemple.fr',
      TRUST_PROXY: '1',
    };
    const args = [
      '--login',
      'premier',
      '--email',
      'premier@exemple.fr',
      '--first-name',
      'Anne',
      '--last-name',
      'Premier',
    ];
    const created = await run('commands/create-administrator.js', production, args);
    expect([created.code, created.said]).toEqual([0, expect.stringContaining('premier@exemple.fr')]);
    const twice = await run('commands/create-administrator.js', production, args);
    expect(twice.code).toBe(1);
    const wrong = await run('commands/create-administrator.js', production, ['--login', 'x']);
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('Usage')]);

    const real = await startServer(production);
    expect(real.said()).not.toContain('démonstration');
    const answer = await fetch(`${real.url}/connexion`, { redirect: 'manual' });
    expect(answer.headers.get('set-cookie')).toContain('__Host-csrf');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
    expect((await fetch(`${real.url}/dev/courriels`)).status).toBe(404);
    await real.kill('SIGTERM');
    await rm(own, { recursive: true, force: true });
  });
});
