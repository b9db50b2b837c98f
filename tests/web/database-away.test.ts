import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { onServer } from '../../src/database/open.ts';
import { createDeps, type Deps } from '../../src/deps.ts';

let deps: Deps;
let folder = '';

/** The real application, whose database is nowhere. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convergence-away-'));
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  deps = await createDeps(config, { database: onServer('postgresql://nobody@127.0.0.1:1/none') });
});

afterAll(async () => {
  await deps.close();
  await rm(folder, { recursive: true, force: true });
});

test('with the database away a visitor still reads the public pages', async () => {
  const answer = await request(createApp(deps).express).get('/faq');
  expect(answer.status).toBe(200);
});

test('whoever has a session gets a page that says to come back, in French, with its status', async () => {
  const { express } = createApp(deps);
  // Signed with the application's own secret, so that the store is asked.
  const { createHmac } = await import('node:crypto');
  const signature = createHmac('sha256', deps.secret).update('anything').digest('base64').replace(/=+$/, '');
  const cookie = `session=${encodeURIComponent(`s:anything.${signature}`)}`;
  const answer = await request(express).get('/tableau-de-bord').set('Cookie', cookie).accept('text/html');
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('Service momentanément indisponible');
  const data = await request(express).get('/tableau-de-bord').set('Cookie', cookie).accept('application/json');
  expect([data.status, data.body.error.title]).toEqual([503, 'Service momentanément indisponible']);
});

test('the process is alive, and not ready', async () => {
  const { express } = createApp(deps);
  expect((await request(express).get('/sante')).status).toBe(200);
  const ready = await request(express).get('/sante/pret');
  expect([ready.status, ready.body]).toEqual([503, { status: 'unavailable' }]);
});
