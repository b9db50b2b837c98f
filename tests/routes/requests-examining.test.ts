import { describe, expect, test } from 'vitest';
import { anAdministrator, aVerifier } from '../builders/people.ts';
import { aRequest, aSubmittedRequest, deposit, pdf, png } from '../builders/requests.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const app = useApp();

const HOUR = 60 * 60_000;
const queue = '/verification/demandes';

const aVerifierSignedIn = async (): Promise<Agent> => app().as(await aVerifier().inside(app()));

/** The companies of the list, in the order of the page. */
function companiesIn(html: string): string[] {
  return [...html.matchAll(/<th scope="row"[^>]*>\s*<a href="[^"]*">([^<]+)</g)].map(([, name = '']) => name);
}

describe('A2 the verifiers’ queue', () => {
  test('A2: empty, it says what to expect', async () => {
    const verifier = await aVerifierSignedIn();
    for (const etat of ['a-examiner', 'en-attente', 'traitees', 'autre']) {
      const page = await verifier.get(`${queue}?etat=${etat}&q=introuvable`);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Aucune demande ne correspond');
    }
    const page = await verifier.get(queue);
    expect(page.text).toContain('Aucune demande à examiner');
    expect(await htmlProblems(page.text)).toEqual([]);
  });

  test('A2: those whose papers wait the longest come first, each in its tab', async () => {
    const late = await aRequest(app(), { legalName: 'Zénith Santé' });
    const early = await aSubmittedRequest(app(), { legalName: 'Alpha Santé' });
    app().wait(HOUR);
    await deposit(app(), late.link);
    const waiting = await aRequest(app(), { legalName: 'Bêta Santé' });

    const verifier = await aVerifierSignedIn();
    const page = await verifier.get(queue);
    expect(companiesIn(page.text)).toEqual(['Alpha Santé', 'Zénith Santé']);
    expect(page.text).toContain(`href="${queue}/${early.number}"`);
    expect(companiesIn((await verifier.get(`${queue}?tri=-entreprise`)).text)).toEqual(['Zénith Santé', 'Alpha Santé']);
    expect(companiesIn((await verifier.get(`${queue}?etat=en-attente`)).text)).toEqual(['Bêta Santé']);
    expect(await htmlProblems(page.text)).toEqual([]);
    expect(typographyProblems(page.text)).toEqual([]);

    const { siren } = late.form;
    for (const search of [
      'zénith',
      'DURAND zén',
      siren,
      `${siren.slice(0, 3)} ${siren.slice(3, 6)} ${siren.slice(6)}`,
    ]) {
      expect(companiesIn((await verifier.get(`${queue}?q=${encodeURIComponent(search)}`)).text)).toEqual([
        'Zénith Santé',
      ]);
    }
    for (const search of ['%25', '_', '\\', '%F0%9F%8D%95'])
      expect(companiesIn((await verifier.get(`${queue}?q=${search}`)).text)).toEqual([]);
    expect(companiesIn((await verifier.get(`${queue}?q=%00`)).text)).toHaveLength(2);
    expect((await waiting.row()).status).toBe('AWAITING_PAPERS');
  });

  test('A2: twenty a page, whatever the number of requests in four queries', async () => {
    const verifier = await aVerifierSignedIn();
    const { id: _, number: _n, tokenHash: _t, ...row } = await (await aSubmittedRequest(app())).row();
    const rows = Array.from({ length: 45 }, (_one, n) => ({
      ...row,
      legalName: `Série ${n}`,
      tokenHash: `série ${n}`,
    }));
    await app().deps.prisma.accountRequest.createMany({ data: rows });

    // The mails of the deposit leave by their own loop.
    await app().deliver();
    const { result, queries } = await countQueries(app().deps.database, () => verifier.get(`${queue}?q=Série&page=3`));
    expect(companiesIn(result.text)).toHaveLength(5);
    expect(queries.length).toBeLessThanOrEqual(4);
  });
});

describe('A2 the examination of a request', () => {
  test('A2: everything declared, the papers, what to check, the history; in four queries', async () => {
    const verifier = await aVerifierSignedIn();
    const request = await aSubmittedRequest(app(), { capacity: 'EMPOWERED', legalName: 'Examen & Fils' });
    // The mails of the deposit leave by their own loop.
    await app().deliver();
    const { result: page, queries } = await countQueries(app().deps.database, () =>
      verifier.get(`${queue}/${request.number}`),
    );
    expect(page.status).toBe(200);
    const said = [
      'Examen &amp; Fils',
      '12 rue de la Paix',
      '75002 Paris',
      'Directrice générale',
      request.form.email,
      'carte.png',
      'kbis.pdf',
    ];
    for (const one of [...said, '20\u00a0novembre 2026', 'pouvoir signé', 'Pièces déposées', 'Approuver la demande'])
      expect(page.text).toContain(one);
    expect(queries.length).toBeLessThanOrEqual(4);
    expect(await htmlProblems(page.text)).toEqual([]);
    expect(typographyProblems(page.text)).toEqual([]);
  });

  test.each(['0', '-1', '1.5', 'abc', '99999999999', '%00'])('A2: no request has the number %s', async (number) => {
    const verifier = await aVerifierSignedIn();
    expect((await verifier.get(`${queue}/${number}`)).status).toBe(404);
  });

  test('A2: an image opens in a page where nothing runs; a paper is downloaded under a name of ours', async () => {
    const verifier = await aVerifierSignedIn();
    const { number } = await aSubmittedRequest(app());
    const image = await verifier.get(`${queue}/${number}/pieces/identite`);
    expect(image.status).toBe(200);
    expect(image.body).toEqual(png);
    expect(image.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="demande-${number}-identite.png"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const document = await verifier.get(`${queue}/${number}/pieces/kbis`);
    expect(document.body).toEqual(pdf);
    expect(document.headers['content-disposition']).toBe(`attachment; filename="demande-${number}-kbis.pdf"`);
    expect(
      (await verifier.get(`${queue}/${number}/pieces/identite?telecharger=oui`)).headers['content-disposition'],
    ).toMatch(/^attachment/);
    expect((await verifier.get(`${queue}/${number}/pieces/autre`)).status).toBe(404);
  });

  test('A2: each access to a paper is recorded, with who, and shown', async () => {
    const person = await aVerifier().named('Nadia', 'Benali').inside(app());
    const verifier = await app().as(person);
    const { number } = await aSubmittedRequest(app());
    await verifier.get(`${queue}/${number}/pieces/kbis`);
    const events = await app().deps.prisma.auditEvent.findMany({
      where: { action: 'request.paperSeen', actorId: person.id },
    });
    expect(events.map(({ target, details }) => [target, details])).toEqual([
      [`Demande n°\u00a0${number}`, { paper: 'Extrait Kbis' }],
    ]);
    const page = await verifier.get(`${queue}/${number}`);
    expect(page.text).toContain('Pièce consultée\u00a0: Extrait Kbis, par Nadia Benali');
  });

  test('A2: no paper is there before its deposit, nor for an administrator', async () => {
    const request = await aRequest(app());
    const { number } = await request.row();
    expect((await (await aVerifierSignedIn()).get(`${queue}/${number}/pieces/kbis`)).status).toBe(404);
    const administrator = await app().as(await anAdministrator().inside(app()));
    await deposit(app(), request.link);
    expect((await administrator.get(`${queue}/${number}/pieces/kbis`)).status).toBe(403);
    expect((await app().visitor().get(`${queue}/${number}/pieces/kbis`)).status).toBe(303);
  });
});
