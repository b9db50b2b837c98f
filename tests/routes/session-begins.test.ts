import express, { type Request } from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { openLog } from '../../src/web/logs.ts';
import { sessions, startSession } from '../../src/web/session.ts';
import { aCompany, aResponsible, PASSWORD } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();

const NEW_PASSWORD = 'girafe ventilo mandarine';

const someone = async () => {
  const company = await aCompany().inside(app());
  return aResponsible().of(company).inside(app());
};

const hashOf = async ({ id }: { readonly id: string }): Promise<string> =>
  (await app().deps.prisma.user.findUniqueOrThrow({ where: { id } })).passwordHash ?? '';

const openSessions = (userId: string): Promise<number> => app().deps.prisma.session.count({ where: { userId } });

/** The sessions of the application around one act. */
async function inSession(act: (req: Request) => Promise<object>) {
  const { prisma, secret, clock } = app().deps;
  const site = express();
  site.use(sessions({ prisma, secret, clock, secure: false, log: openLog('silent') }));
  site.get('/', async (req, res) => {
    res.json(await act(req));
  });
  return request(site).get('/');
}

async function begin(person: { readonly id: string; readonly passwordHash: string | null }): Promise<boolean> {
  const { body } = await inSession(async (req) => {
    const begun = await startSession(req, person);
    return { begun, signedIn: req.session.userId !== undefined };
  });
  expect(body.signedIn).toBe(body.begun);
  return body.begun;
}

describe('A8: no session begins with a password that was changed', () => {
  test('A8: the password is the one that was checked, or the session does not begin', async () => {
    const person = await someone();
    const passwordHash = await hashOf(person);
    expect(await begin({ id: person.id, passwordHash })).toBe(true);
    expect(await openSessions(person.id)).toBe(1);
    await app().deps.prisma.user.update({ where: { id: person.id }, data: { passwordHash: 'changed meanwhile' } });
    expect(await begin({ id: person.id, passwordHash })).toBe(false);
    expect(await openSessions(person.id)).toBe(1);
  });

  test('A8: nor for an account that was deleted, or has no password', async () => {
    const person = await someone();
    const passwordHash = await hashOf(person);
    const change = (data: object) => app().deps.prisma.user.update({ where: { id: person.id }, data });
    await change({ passwordHash: null });
    expect(await begin({ id: person.id, passwordHash: null })).toBe(false);
    await change({ passwordHash, deletedAt: app().now() });
    expect(await begin({ id: person.id, passwordHash })).toBe(false);
  });

  test('A8: of the sign-ins under way when the password changes, none is left signed in', async () => {
    const person = await someone();
    await app().visitor().post('/mot-de-passe-oublie', { login: person.login });
    await app().deliver();
    const link = linkIn(app().mailbox.to(person.email)[0]);
    const owner = app().visitor();
    await owner.get(link);
    const intruders = Array.from({ length: 8 }, () => app().visitor());
    for (const intruder of intruders) await intruder.get('/connexion');
    const signIns = intruders.map((one) => one.post('/connexion', { login: person.login, password: PASSWORD }));
    const changed = await owner.post(link, { password: NEW_PASSWORD });
    expect(changed.headers.location).toBe('/connexion?fin=mot-de-passe');
    const answers = await Promise.all(signIns);
    expect(answers.filter(({ status }) => status !== 303 && status !== 422)).toEqual([]);
    expect(await openSessions(person.id)).toBe(0);
    for (const intruder of intruders) expect((await intruder.get('/tableau-de-bord')).status).toBe(303);
  });

  test('A8: of two changes of the same password at once, the second is told that it is no longer the present one', async () => {
    const person = await someone();
    const agents = [await app().as(person), await app().as(person)];
    for (const agent of agents) await agent.get('/compte/mot-de-passe');
    const answers = await Promise.all(
      agents.map((agent, n) =>
        agent.post('/compte/mot-de-passe', {
          currentPassword: PASSWORD,
          newPassword: `${NEW_PASSWORD} numéro ${n}`,
        }),
      ),
    );
    expect(answers.filter(({ headers }) => headers.location === '/compte')).toHaveLength(1);
    expect(await openSessions(person.id)).toBe(1);
  });

  test('A8: a session closed just after it began is not brought back by the page that began it', async () => {
    const person = await someone();
    const passwordHash = await hashOf(person);
    await inSession(async (req) => {
      await startSession(req, { id: person.id, passwordHash });
      await app().deps.prisma.session.deleteMany({ where: { userId: person.id } });
      req.session.notices = [];
      return {};
    });
    expect(await openSessions(person.id)).toBe(0);
  });
});
