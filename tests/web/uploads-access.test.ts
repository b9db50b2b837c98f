import cookieParser from 'cookie-parser';
import express from 'express';
import request from 'supertest';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openFolderStorage } from '../../src/storage/folder.ts';
import { errorHandler } from '../../src/web/errors.ts';
import { createRoutes } from '../../src/web/router.ts';
import { sessions } from '../../src/web/session.ts';
import { aCompany, aResponsible } from '../builders/people.ts';
import { pdf } from '../builders/requests.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

/** A form with a file, of verifiers alone; how many files it wrote. */
function aSite() {
  const { deps } = app();
  const real = openFolderStorage(deps.config.dataDir);
  const written: string[] = [];
  const storage = {
    ...real,
    write: async (...content: Parameters<typeof real.write>) => {
      const stored = await real.write(...content);
      written.push(stored.key);
      return stored;
    },
  };
  const routes = createRoutes({ ...deps, storage, baseUrl: deps.config.baseUrl });
  const files = [
    {
      name: 'paper',
      missing: '',
      types: [{ extension: 'pdf', contentType: 'application/pdf', content: ['application/pdf'] }],
      maxBytes: 1_000,
    },
  ];
  routes.post(
    { pattern: '/envoi' },
    'requests.decide',
    { schema: z.object({ note: z.string() }), files },
    ({ res }) => {
      res.end();
    },
  );
  const site = express();
  site.use(cookieParser());
  site.use(sessions(deps));
  site.use(routes.middleware);
  site.use(errorHandler({ ...deps, support: deps.config.supportEmail }));
  return { site, written };
}

const form = (site: express.Express) =>
  request(site).post('/envoi').field('note', 'Le verso manque.').attach('paper', pdf, 'carte.pdf');

test('A8: whose session is over sends no file; what was typed is shown again', async () => {
  const { site, written } = aSite();
  const answer = await form(site);
  expect([answer.status, answer.text.includes('Le verso manque.')]).toEqual([401, true]);
  expect(written).toEqual([]);
});

test('A3, A5: nor does whoever has not accepted the CGU, or has no right', async () => {
  const company = await aCompany().inside(app());
  const people = [
    { person: await aResponsible().of(company).beforeTerms().inside(app()), status: 303 },
    { person: await aResponsible().of(company).inside(app()), status: 403 },
  ];
  for (const { person, status } of people) {
    const { site, written } = aSite();
    const answer = await form(site).set('Cookie', `session=${await app().sessionOf(person)}`);
    expect(answer.status).toBe(status);
    expect(written).toEqual([]);
  }
});
