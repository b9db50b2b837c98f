import { readdir } from 'node:fs/promises';
import { type ClientRequest, createServer, type IncomingMessage, type Server, request as send } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aRequest, pdf, png } from '../builders/requests.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(app().express);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Every file of the storage, finished or not. */
async function filesOnDisk(): Promise<string[]> {
  const folder = join(app().deps.config.dataDir, 'fichiers');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

const unfinished = async (): Promise<string[]> => (await filesOnDisk()).filter((path) => path.includes('en-cours'));

const BOUNDARY = 'the-boundary';
const field = (name: string, value: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const opening = (name: string, file: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
const file = (name: string, fileName: string, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(opening(name, fileName)), content, Buffer.from('\r\n')]);
const END = `--${BOUNDARY}--\r\n`;

interface Held {
  readonly cookie: string;
  readonly token: string;
}

/** What a browser holds once the form is open. */
async function open(path: string): Promise<Held> {
  const page = await fetch(origin + path);
  const cookie = page.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return { cookie, token: /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '' };
}

interface Sending {
  readonly request: ClientRequest;
  readonly answer: Promise<{ readonly status: number; readonly text: string }>;
  write(...parts: readonly (string | Buffer)[]): Promise<void>;
}

/** A form sent part by part, as slowly as the test likes. */
function sending(path: string, { cookie }: Pick<Held, 'cookie'>): Sending {
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, accept: 'text/html' };
  const request = send(origin + path, { method: 'POST', headers });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
  }).then(async (response) => {
    let text = '';
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode ?? 0, text };
  });
  // A test that cuts the line expects no answer.
  answer.catch(() => undefined);
  return {
    request,
    answer,
    write: async (...parts) => {
      for (const part of parts) await new Promise<void>((resolve) => request.write(part, () => resolve()));
    },
  };
}

async function sent(path: string, held: Pick<Held, 'cookie'>, ...parts: readonly (string | Buffer)[]) {
  const form = sending(path, held);
  await form.write(...parts, END);
  form.request.end();
  return form.answer;
}

const papers = [file('identity', 'carte.png', png), file('kbis', 'kbis.pdf', pdf)];
const date = field('kbisDate', '2026-11-03');

describe('A2: no file is stored of a form that nobody may send', () => {
  test('A2: a link that opens nothing is answered before its files have come', async () => {
    const before = await filesOnDisk();
    const form = sending(`/demande-de-compte/${'y'.repeat(43)}/pieces`, { cookie: '' });
    await form.write(opening('identity', 'carte.png'), png);
    expect((await form.answer).status).toBe(404);
    form.request.destroy();
    expect(await filesOnDisk()).toEqual(before);
  });

  test('A2: nor one whose papers are there already', async () => {
    const { link, row } = await aRequest(app());
    const { id } = await row();
    await app().deps.prisma.accountRequest.update({ where: { id }, data: { status: 'SUBMITTED' } });
    const form = sending(link, { cookie: '' });
    await form.write(opening('identity', 'carte.png'), png);
    expect((await form.answer).status).toBe(303);
    form.request.destroy();
  });

  test.each([
    ['without its token', () => ''],
    ['with a token that is not its own', () => field('_csrf', 'a'.repeat(64))],
  ])('A2: a form %s stores nothing, not even while it comes, and keeps what was typed', async (_what, token) => {
    const { link } = await aRequest(app());
    const { storage } = app().deps;
    const { write } = storage;
    let writes = 0;
    storage.write = (...content) => {
      writes += 1;
      return write(...content);
    };
    const answer = await sent(link, await open(link), token(), date, ...papers);
    storage.write = write;
    expect([answer.status, answer.text.includes('value="2026-11-03"')]).toEqual([403, true]);
    expect(writes).toBe(0);
  });

  test('A2: files that come before the token are not stored; those that come after it are', async () => {
    const { link, row } = await aRequest(app());
    const held = await open(link);
    const before = await filesOnDisk();
    const refused = await sent(link, held, ...papers, field('_csrf', held.token), date);
    expect([refused.status, refused.text.includes('choisissez-le de nouveau')]).toEqual([422, true]);
    expect(await filesOnDisk()).toEqual(before);
    expect((await sent(link, held, field('_csrf', held.token), date, ...papers)).status).toBe(303);
    expect(await filesOnDisk()).toHaveLength(before.length + 2);
    expect((await row()).status).toBe('SUBMITTED');
  });
});

describe('A2: a file that did not come whole leaves nothing', () => {
  test.each([
    ['the first file', []],
    ['the second file, the first one being there', papers.slice(0, 1)],
  ])('A2: cut in the middle of %s', async (_what, whole) => {
    const { link, row } = await aRequest(app());
    const held = await open(link);
    const before = await filesOnDisk();
    const form = sending(link, held);
    await form.write(
      field('_csrf', held.token),
      date,
      ...whole,
      opening('kbis', 'kbis.pdf'),
      pdf,
      Buffer.alloc(100_000),
    );
    await expect.poll(unfinished).toHaveLength(1);
    await expect.poll(async () => (await filesOnDisk()).length).toBe(before.length + whole.length + 1);
    form.request.destroy();
    await expect.poll(filesOnDisk).toEqual(before);
    expect((await row()).status).toBe('AWAITING_PAPERS');
  });

  test('A2: cut before the first byte of a file', async () => {
    const { link } = await aRequest(app());
    const held = await open(link);
    const before = await filesOnDisk();
    const form = sending(link, held);
    await form.write(field('_csrf', held.token), date, ...papers, opening('identity', 'carte.png'));
    await expect.poll(async () => (await filesOnDisk()).length).toBe(before.length + 2);
    form.request.destroy();
    await expect.poll(filesOnDisk).toEqual(before);
  });

  test('A2: a form that says more files than it may, or that cannot be read, leaves nothing', async () => {
    const { link } = await aRequest(app());
    const held = await open(link);
    const before = await filesOnDisk();
    const many = Array.from({ length: 5 }, () => papers).flat();
    expect((await sent(link, held, field('_csrf', held.token), ...many)).status).toBe(422);
    await expect.poll(filesOnDisk).toEqual(before);
    const form = sending(link, held);
    await form.write(field('_csrf', held.token), ...papers, '--not-the-boundary');
    form.request.end();
    expect((await form.answer).status).toBe(400);
    await expect.poll(filesOnDisk).toEqual(before);
  });

  test('A2: an empty file is told to be empty', async () => {
    const { link } = await aRequest(app());
    const held = await open(link);
    const empty = file('identity', 'carte.png', Buffer.alloc(0));
    const answer = await sent(link, held, field('_csrf', held.token), date, empty, papers[1] ?? '');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('«\u00a0carte.png\u00a0» est vide');
    expect(answer.text).not.toContain('Le contenu de');
  });
});
