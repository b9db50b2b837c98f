import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { removeStrayFiles } from '../../src/jobs/stray-files.ts';
import { purgeRequests } from '../../src/requests/purge.ts';
import { aVerifier } from '../builders/people.ts';
import { type Asked, aRequest, aSubmittedRequest, latestLink } from '../builders/requests.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

const DAY = 24 * 60 * 60_000;

async function keysOf(request: Asked): Promise<string[]> {
  const { id } = await request.row();
  const papers = await app().deps.prisma.requestPaper.findMany({ where: { requestId: id }, include: { file: true } });
  return papers.map(({ file }) => file.key);
}

const isStored = (key: string): Promise<boolean> =>
  app()
    .deps.storage.read(key)
    .then(
      (content) => {
        content.destroy();
        return true;
      },
      () => false,
    );

async function decided(decision: 'approbation' | 'refus') {
  const request = await aSubmittedRequest(app());
  const { revision } = await request.row();
  const verifier = await app().as(await aVerifier().inside(app()));
  const answer = await verifier.post(`/verification/demandes/${request.number}/${decision}`, {
    revision: String(revision),
    refusalReason: 'Le nom diffère.',
  });
  expect(answer.status).toBe(303);
  return { ...request, keys: await keysOf(request) };
}

describe('A2 papers are kept thirty days after the decision', () => {
  test('A2: not one instant less, and those that wait for a decision stay', async () => {
    const requests = [await decided('approbation'), await decided('refus')];
    const waiting = await aSubmittedRequest(app());
    const waitingKeys = await keysOf(waiting);
    app().wait(30 * DAY - 1);
    expect(await purgeRequests(app().deps)).toBe(0);
    for (const { keys } of requests) for (const key of keys) expect(await isStored(key)).toBe(true);

    app().wait(1);
    expect(await purgeRequests(app().deps)).toBe(2);
    expect(await purgeRequests(app().deps)).toBe(0);
    for (const request of requests) {
      expect(request.keys).toHaveLength(2);
      for (const key of request.keys) expect(await isStored(key)).toBe(false);
      expect(await keysOf(request)).toEqual([]);
      expect(await app().deps.prisma.storedFile.count({ where: { key: { in: request.keys } } })).toBe(0);
    }
    for (const key of waitingKeys) expect(await isStored(key)).toBe(true);

    const verifier = await app().as(await aVerifier().inside(app()));
    const page = await verifier.get(`/verification/demandes/${requests[0]?.number}`);
    expect(page.text).toContain('supprimées trente jours après la décision');
    expect(page.text).toContain('Pièces supprimées, par Convergence');
  });

  test('A1, A4: a request whose link ran out is erased with what it had deposited', async () => {
    const request = await aSubmittedRequest(app());
    const keys = await keysOf(request);
    const verifier = await app().as(await aVerifier().inside(app()));
    await verifier.post(`/verification/demandes/${request.number}/complement`, {
      revision: '1',
      papersReason: 'Le verso manque.',
    });
    const link = await latestLink(app(), request.form.email);
    app().wait(30 * DAY - 1);
    await purgeRequests(app().deps);
    expect((await app().visitor().get(link)).status).toBe(200);
    app().wait(1);
    expect(await purgeRequests(app().deps)).toBeGreaterThan(0);
    expect((await app().visitor().get(link)).status).toBe(404);
    expect(await app().deps.prisma.accountRequest.count({ where: { email: request.form.email } })).toBe(0);
    for (const key of keys) expect(await isStored(key)).toBe(false);
    const erased = await app().deps.prisma.auditEvent.findMany({
      where: { action: 'request.abandoned', actorName: 'Convergence' },
    });
    expect(erased.map(({ target }) => target)).toContain(`Demande n°\u00a0${request.number}`);
  });

  test('A2: several processes at once remove each paper once', async () => {
    const { number } = await decided('approbation');
    app().wait(30 * DAY);
    await Promise.all([purgeRequests(app().deps), purgeRequests(app().deps)]);
    const removed = await app().deps.prisma.auditEvent.count({
      where: { action: 'request.papersRemoved', target: `Demande n°\u00a0${number}` },
    });
    expect(removed).toBe(1);
  });
});

describe('A2 no paper outlives its request', () => {
  test('A2: a file that no row names is removed after a day; one that is named stays', async () => {
    const { deps } = app();
    const request = await aRequest(app());
    const named = await keysOf(await aSubmittedRequest(app()));
    const stray = await deps.storage.write(Readable.from([Buffer.from('stray')]), { maxBytes: 100 });
    // Files are dated by the disk, whatever the clock of the test says.
    const sinceNow = (days: number) => ({ ...deps, clock: () => new Date(Date.now() + days * DAY) });
    await removeStrayFiles(sinceNow(0));
    expect(await isStored(stray.key)).toBe(true);
    await removeStrayFiles(sinceNow(1.01));
    expect(await isStored(stray.key)).toBe(false);
    for (const key of named) expect(await isStored(key)).toBe(true);
    expect((await request.row()).status).toBe('AWAITING_PAPERS');
  });
});
