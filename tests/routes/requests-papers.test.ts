import { describe, expect, test } from 'vitest';
import { aVerifier } from '../builders/people.ts';
import {
  type Asked,
  aRequest,
  aSubmittedRequest,
  bothPapers,
  deposit,
  latestLink,
  pdf,
  png,
} from '../builders/requests.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const app = useApp();

const DAY = 24 * 60 * 60_000;

const papersOf = async ({ row }: Asked) =>
  app().deps.prisma.requestPaper.findMany({
    where: { requestId: (await row()).id },
    include: { file: true },
    orderBy: { kind: 'asc' },
  });

/** Everything that the storage holds. */
async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of app().deps.storage.list()) keys.push(key);
  return keys;
}

describe('A2 the private link opens the deposit of two papers', () => {
  test('A2: the page recalls the request, in good HTML and good French', async () => {
    const { form, link } = await aRequest(app());
    const page = await app().visitor().get(link);
    expect(page.status).toBe(200);
    for (const said of [form.legalName, 'Élodie Durand', form.login, '20\u00a0décembre 2026', '20\u00a0août 2026']) {
      expect(page.text).toContain(said);
    }
    expect(await htmlProblems(page.text)).toEqual([]);
    expect(typographyProblems(page.text)).toEqual([]);
  });

  test('A2: the papers are kept, the requester is told, every verifier is notified', async () => {
    const verifiers = [await aVerifier().inside(app()), await aVerifier().inside(app())];
    const request = await aRequest(app());
    const answer = await deposit(app(), request.link, '2026-11-03');
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(request.link);

    const row = await request.row();
    expect(row.status).toBe('SUBMITTED');
    expect(row.submittedAt).toEqual(app().now());
    const papers = await papersOf(request);
    expect(
      papers.map(({ kind, issuedOn, file }) => [kind, issuedOn, file.originalName, file.contentType, file.size]),
    ).toEqual([
      ['IDENTITY', null, 'carte.png', 'image/png', png.length],
      ['KBIS', new Date('2026-11-03'), 'kbis.pdf', 'application/pdf', pdf.length],
    ]);
    await app().deliver();
    expect(app().mailbox.to(request.form.email).at(-1)?.subject).toBe('Votre demande de compte est en cours d’examen');
    for (const { id } of verifiers) {
      const news = await app().deps.prisma.notification.findMany({
        where: { userId: id, href: `/verification/demandes/${row.number}` },
      });
      expect(news).toHaveLength(1);
    }
  });

  test('A2: afterwards the link tells the state and nothing else', async () => {
    const request = await aSubmittedRequest(app());
    const page = await app().visitor().get(request.link);
    expect(page.text).toContain('En cours d’examen');
    for (const hidden of [request.form.legalName, request.form.login, request.form.email, 'type="file"']) {
      expect(page.text).not.toContain(hidden);
    }
    expect(await htmlProblems(page.text)).toEqual([]);
    app().wait(100 * DAY);
    expect((await app().visitor().get(request.link)).status).toBe(200);
    app().wait(-100 * DAY);
  });

  test('A2: a second click is shown what the first one did, and its files are not kept', async () => {
    const request = await aSubmittedRequest(app());
    const before = await storedKeys();
    const again = await deposit(app(), request.link);
    expect(again.status).toBe(303);
    expect(again.headers.location).toBe(request.link);
    expect(await storedKeys()).toEqual(before);
    expect(await papersOf(request)).toHaveLength(2);
  });

  test('A2: two simultaneous deposits: one is kept, with its files alone', async () => {
    const request = await aRequest(app());
    const before = (await storedKeys()).length;
    const answers = await Promise.all([deposit(app(), request.link), deposit(app(), request.link)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await papersOf(request)).toHaveLength(2);
    expect(await storedKeys()).toHaveLength(before + 2);
  });
});

describe('A2 what is refused of the papers', () => {
  test.each([
    ['nothing at all', [], ['identity', 'kbis']],
    ['one paper of the two', [{ field: 'kbis', name: 'kbis.pdf', content: pdf }], ['identity']],
    [
      'a type that is not accepted',
      [{ field: 'identity', name: 'carte.html', content: Buffer.from('<html>') }, bothPapers[1]],
      ['identity'],
    ],
    [
      'a content that is not what the name says',
      [{ field: 'identity', name: 'carte.png', content: pdf }, bothPapers[1]],
      ['identity'],
    ],
    [
      'an empty file',
      [{ field: 'identity', name: 'carte.png', content: Buffer.alloc(0) }, bothPapers[1]],
      ['identity'],
    ],
    [
      'more than 10 Mo',
      [{ field: 'kbis', name: 'kbis.pdf', content: Buffer.concat([pdf, Buffer.alloc(10_000_001)]) }, bothPapers[0]],
      ['kbis'],
    ],
    ['two files for one paper', [...bothPapers, { field: 'kbis', name: 'kbis-2.pdf', content: pdf }], ['kbis']],
  ])('A2: %s', async (_what, files, fields) => {
    const request = await aRequest(app());
    const before = await storedKeys();
    const sent = files.filter((file) => file !== undefined);
    // A form with file fields is multipart even when no file was chosen.
    const answer = await deposit(
      app(),
      request.link,
      '2026-11-03',
      sent.length > 0 ? sent : [{ field: 'other', name: '', content: Buffer.alloc(0) }],
    );
    expect(answer.status).toBe(422);
    for (const field of fields) expect(answer.text).toContain(`href="#champ-${field}"`);
    expect(answer.text).toContain('value="2026-11-03"');
    expect(answer.text).toContain('Choisissez de nouveau les deux fichiers');
    expect(await htmlProblems(answer.text)).toEqual([]);
    expect(await storedKeys()).toEqual(before);
    expect((await request.row()).status).toBe('AWAITING_PAPERS');
  });

  test.each([
    ['', 'Indiquez la date'],
    ['03/11', 'date complète'],
    ['2026-02-30', 'date complète'],
    ['2026-08-20', 'trois mois ou plus'],
    ['2026-11-21', 'à venir'],
  ])('A2: a Kbis dated “%s” is told with what to do', async (date, repair) => {
    const request = await aRequest(app());
    const before = await storedKeys();
    const answer = await deposit(app(), request.link, date);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#champ-kbisDate"');
    expect(answer.text).toContain(repair);
    expect(await storedKeys()).toEqual(before);
    expect((await request.row()).status).toBe('AWAITING_PAPERS');
  });
});

describe('A2 a link that opens nothing', () => {
  test('A2: a wrong link is not found, and says what to do', async () => {
    const link = `/demande-de-compte/${'x'.repeat(43)}/pieces`;
    const page = await app().visitor().get(link);
    expect(page.status).toBe(404);
    expect(page.text).toContain('Faire une nouvelle demande');
    expect(await htmlProblems(page.text)).toEqual([]);
    const before = await storedKeys();
    expect((await deposit(app(), link)).status).toBe(404);
    expect(await storedKeys()).toEqual(before);
  });

  test('A2: after thirty days it is gone, for whoever opens it and for whoever sends papers', async () => {
    const { link } = await aRequest(app());
    app().wait(30 * DAY - 1);
    expect((await app().visitor().get(link)).status).toBe(200);
    app().wait(1);
    expect((await app().visitor().get(link)).status).toBe(410);
    const before = await storedKeys();
    expect((await deposit(app(), link, '2026-12-01')).status).toBe(410);
    expect(await storedKeys()).toEqual(before);
    app().wait(-30 * DAY);
  });

  test('A2: whoever guesses links is stopped, even before the right one', async () => {
    const { link } = await aRequest(app());
    const guesser = app().visitor();
    for (let n = 0; n < 30; n += 1)
      expect((await guesser.get(`/demande-de-compte/${String(n).padStart(43, 'x')}/pieces`)).status).toBe(404);
    expect((await guesser.get(link)).status).toBe(429);
    expect((await app().visitor().get(link)).status).toBe(200);
  });

  test('A2: other papers asked for: the old link is dead, the new one takes them, and they replace the first ones', async () => {
    const verifier = await app().as(await aVerifier().inside(app()));
    const request = await aSubmittedRequest(app());
    const before = await papersOf(request);
    const { number, revision } = await request.row();
    await verifier.post(`/verification/demandes/${number}/complement`, {
      revision: String(revision),
      papersReason: 'Le verso de la carte manque.',
    });

    expect((await app().visitor().get(request.link)).status).toBe(404);
    const link = await latestLink(app(), request.form.email);
    expect((await app().visitor().get(link)).text).toContain('Le verso de la carte manque.');
    expect((await deposit(app(), link, '2026-11-10')).status).toBe(303);
    const after = await papersOf(request);
    expect(after.map(({ issuedOn }) => issuedOn)).toEqual([null, new Date('2026-11-10')]);
    const keys = await storedKeys();
    for (const { file } of before) expect(keys).not.toContain(file.key);
    for (const { file } of after) expect(keys).toContain(file.key);
    expect((await request.row()).reason).toBeNull();
  });
});
