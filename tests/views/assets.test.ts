import express from 'express';
import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { assets } from '../support/frame.ts';

const app = express();
app.use('/statique', assets.middleware);
app.use((_req, res) => res.status(418).end());
const agent = supertest(app);

describe('Built files', () => {
  test('are known by the name they have in the sources, under a name that changes with their content', () => {
    expect(assets.url('main.css')).toMatch(/^\/statique\/main-[0-9a-f]{8}\.css$/);
    expect(assets.url('main.js')).toMatch(/^\/statique\/main-[0-9A-Z]{8}\.js$/);
    expect(() => assets.url('missing.css')).toThrow('No asset is named missing.css');
  });

  test('are kept for a year and never asked for again', async () => {
    const { headers } = await agent.get(assets.url('main.css')).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, br', 'br'],
    ['identity', undefined],
    ['br;q=0, gzip', 'gzip'],
  ])('asked for with “%s” are sent as %s', async (accepted, sent) => {
    const { headers } = await agent.get(assets.url('main.css')).set('Accept-Encoding', accepted).expect(200);
    expect(headers['content-encoding']).toBe(sent);
    expect(headers.vary).toBe('Accept-Encoding');
  });

  test.each(['br', 'gzip'])('say the same, compressed with %s or not', async (encoding) => {
    const plain = await agent.get(assets.url('theme.js')).set('Accept-Encoding', 'identity').buffer(true);
    const packed = await agent.get(assets.url('theme.js')).set('Accept-Encoding', encoding).buffer(true);
    expect(plain.text.length).toBeGreaterThan(100);
    expect(packed.text).toBe(plain.text);
  });

  test('that compress no further are sent as they are', async () => {
    const { headers } = await agent.get(assets.url('Marianne-Regular.woff2')).set('Accept-Encoding', 'br').expect(200);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-type']).toBe('font/woff2');
  });

  test('documents are downloaded, under the name that they have in the sources', async () => {
    const { headers } = await agent.get(assets.url('questionnaire-rgpd-mes.odt')).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename=questionnaire-rgpd-mes.odt');
    expect(headers['content-type']).toBe('application/vnd.oasis.opendocument.text');
    expect(headers['content-length']).toBe(String(assets.size('questionnaire-rgpd-mes.odt')));
  });

  test.each([
    '/statique/',
    '/statique/missing.css',
    '/statique/manifest.json',
    '/statique/..%2f..%2fpackage.json',
    '/statique/__proto__',
  ])('%s is not found', async (path) => {
    await agent.get(path).expect(404);
  });

  test('a compressed copy is not a file of its own, and nothing can be sent to one', async () => {
    await agent.get(`${assets.url('main.css')}.br`).expect(404);
    await agent.post(assets.url('main.css')).expect(404);
  });

  test('weigh less than 95 kB for a first visit, fonts included, which leaves 55 kB for the page', async () => {
    const names = ['main.css', 'main.js', 'theme.js', 'Marianne-Regular.woff2', 'Marianne-Bold.woff2', 'favicon.svg'];
    const sizes = await Promise.all(
      names.map(async (name) => {
        const { headers } = await agent.head(assets.url(name)).set('Accept-Encoding', 'br');
        return Number(headers['content-length']);
      }),
    );
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(sizes.reduce((total, size) => total + size)).toBeLessThan(95_000);
  });
});
