import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfSecret } from '../../src/accounts/tokens.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { refusingWhenFull, requireRoom } from '../../src/database/disk.ts';
import { PrismaClient } from '../../src/database/generated/client.ts';
import { inMemory } from '../../src/database/open.ts';
import { createDeps, type Deps } from '../../src/deps.ts';
import { aCompany, aResponsible, PASSWORD } from '../builders/people.ts';
import { aForm, pdf, png } from '../builders/requests.ts';
import { Agent } from '../support/agent.ts';
import { openTestPostgres } from '../support/database.ts';

const HOUR = 3_600_000;

let deps: Deps;
let folder = '';
let close = async (): Promise<void> => undefined;
let now = new Date('2026-11-20T10:00:00Z');

/** How much room the database asks for: no disk has as much as `Number.MAX_VALUE`. */
let reserve = 0;
const full = (): void => {
  reserve = Number.MAX_VALUE;
};
const emptied = (): void => {
  reserve = 0;
};

/** The application on the embedded database, which looks at a real disk before it writes. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convergence-full-'));
  const postgres = await openTestPostgres();
  const adapter = refusingWhenFull(new PrismaPGlite(postgres), () => requireRoom(folder, reserve));
  const database = { ...inMemory(postgres), prisma: new PrismaClient({ adapter }) };
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  deps = await createDeps(config, { database, clock: () => now });
  close = async () => {
    await deps.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
});

afterAll(() => close());

const visitor = (using = deps) => new Agent(createApp(using).express, '198.51.100.1');

const profile = {
  firstName: 'Zoé',
  lastName: 'Legrand',
  position: 'Cheffe',
  phone: '01 23 45 67 89',
  revision: '0',
};

describe('A full disk: a clear page, nothing lost, and all is well once there is room', () => {
  test('pages are read, though the last use of the session cannot be written; what would write says so', async () => {
    const company = await aCompany().inside({ deps });
    const { id, login } = await aResponsible().of(company).inside({ deps });
    const agent = visitor();
    expect((await agent.post('/connexion', { login, password: PASSWORD })).status).toBe(303);
    const seenAt = async () => (await deps.prisma.session.findFirstOrThrow({ where: { userId: id } })).lastSeenAt;
    const signedInAt = await seenAt();

    now = new Date(now.getTime() + HOUR / 4);
    full();
    expect((await agent.get('/compte')).status).toBe(200);
    expect(await seenAt()).toEqual(signedInAt);
    const refused = await agent.post('/compte/profil', profile);
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('manque d’espace de stockage');
    expect((await visitor().post('/connexion', { login, password: PASSWORD })).status).toBe(503);

    emptied();
    expect((await agent.get('/compte')).status).toBe(200);
    expect(await seenAt()).toEqual(now);
    expect((await agent.post('/compte/profil', profile)).status).toBe(303);
  });

  test('A2: papers that the storage has no room for are answered so, and the deposit is still open', async () => {
    const asking = visitor();
    const form = aForm();
    expect((await asking.post('/demande-de-compte', form)).status).toBe(303);
    const { prisma, storage } = deps;
    await prisma.accountRequest.updateMany({
      where: { siren: form.siren },
      data: { tokenHash: hashOfSecret('known') },
    });
    const noRoom = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const fullStorage = { ...storage, write: () => Promise.reject(noRoom) };
    const path = '/demande-de-compte/known/pieces';
    const papers = [
      { field: 'identity', name: 'carte.png', content: png },
      { field: 'kbis', name: 'kbis.pdf', content: Buffer.concat([pdf, Buffer.alloc(1_000_000)]) },
    ];
    const send = (using: Deps) => visitor(using).post(path, { kbisDate: '2026-11-03' }, papers);
    const refused = await send({ ...deps, storage: fullStorage });
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('manque d’espace de stockage');
    expect((await send(deps)).status).toBe(303);
  });
});
