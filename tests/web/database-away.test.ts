import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AwayApp, openAway } from '../support/away.ts';

let away: AwayApp;

beforeAll(async () => {
  away = await openAway();
});

afterAll(() => away.close());

test('with the database away a visitor still reads the public pages', async () => {
  const answer = await request(away.express).get('/faq');
  expect(answer.status).toBe(200);
});

test('whoever has a session gets a page that says to come back, in French, with its status', async () => {
  const cookie = `session=${away.session}`;
  const answer = await request(away.express).get('/tableau-de-bord').set('Cookie', cookie).accept('text/html');
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('Service momentanément indisponible');
  const data = await request(away.express).get('/tableau-de-bord').set('Cookie', cookie).accept('application/json');
  expect([data.status, data.body.error.title]).toEqual([503, 'Service momentanément indisponible']);
});

test('the process is alive, and not ready', async () => {
  expect((await request(away.express).get('/sante')).status).toBe(200);
  const ready = await request(away.express).get('/sante/pret');
  expect([ready.status, ready.body]).toEqual([503, { status: 'unavailable' }]);
});
