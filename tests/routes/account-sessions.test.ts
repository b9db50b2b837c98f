import express from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { closeSessions } from '../../src/accounts/sessions.ts';
import { say } from '../../src/web/flash.ts';
import { sessions } from '../../src/web/session.ts';
import { aCompany, aPerson, aResponsible, PASSWORD } from '../builders/people.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();
const NEW = 'sept chaises bleues sous la pluie';
const MINUTE = 60_000;
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';

async function someone() {
  const company = await aCompany().inside(app());
  return aPerson()
    .of(company)
    .under(await aResponsible().of(company).inside(app()))
    .inside(app());
}

const isOpen = async (agent: Agent): Promise<boolean> => (await agent.get('/compte')).status === 200;
const closings = (page: string): string[] =>
  [...page.matchAll(/action="(\/compte\/sessions\/[^"]+\/fermer)"/g)].map(([, action = '']) => action);

async function signedInWith(userAgent: string, login: string): Promise<Agent> {
  const visitor = app().visitor();
  const token = /name="_csrf" value="([^"]+)"/.exec((await visitor.get('/connexion')).text)?.[1];
  const form = { _csrf: token, login, password: PASSWORD };
  await visitor.raw('post', '/connexion').set('User-Agent', userAgent).type('form').send(form).expect(303);
  return visitor;
}

describe('A8 one’s sessions', () => {
  test('A8: each is known by its device and its address, and says which one asks', async () => {
    const person = await someone();
    await app().as(person);
    const page = (await (await signedInWith(firefox, person.login)).get('/compte/sessions')).text;
    expect(page).toContain('Firefox sur Linux');
    expect(page).toMatch(/198\.51\.\d+\.\d+/);
    expect(page.match(/Cette session/g)).toHaveLength(1);
    expect(closings(page)).toHaveLength(1);
    expect(page.indexOf('Cette session')).toBeLessThan(page.indexOf(closings(page)[0] ?? ''));
  });

  test('A8: one is closed, and the browser that was there is asked to sign in', async () => {
    const person = await someone();
    const [here, there] = [await app().as(person), await app().as(person)];
    const [action = ''] = closings((await here.get('/compte/sessions')).text);
    expect((await here.post(action)).headers.location).toBe('/compte/sessions');
    expect([await isOpen(here), await isOpen(there)]).toEqual([true, false]);
    const event = await app().deps.prisma.auditEvent.findFirst({ where: { target: person.login } });
    expect(event).toMatchObject({ action: 'session.closed', actorId: person.id });
  });

  test('A8: all the others at once', async () => {
    const person = await someone();
    const stranger = await app().as(await someone());
    const [here, ...others] = [await app().as(person), await app().as(person), await app().as(person)];
    await here.post('/compte/sessions/fermer-les-autres');
    expect([await isOpen(here), await isOpen(stranger)]).toEqual([true, true]);
    for (const other of others) expect(await isOpen(other)).toBe(false);
    expect((await here.get('/compte/sessions')).text).not.toContain('Fermer toutes les autres');
  });

  test('A8: another person’s is not found, and the one in use is closed by signing out', async () => {
    const [person, other] = [await someone(), await someone()];
    const mine = await app().as(person);
    const theirs = await app().as(other);
    const elsewhere = await app().as(other);
    const [ofOther = ''] = closings((await elsewhere.get('/compte/sessions')).text);
    expect((await mine.post(ofOther)).status).toBe(404);
    expect((await theirs.post(ofOther)).status).toBe(422);
    expect(await isOpen(theirs)).toBe(true);
  });

  test('A8: a session that is closed while its page is being made is not brought back', async () => {
    const person = await someone();
    const { prisma } = app().deps;
    const site = express();
    site.use(sessions(app().deps));
    site.get('/', async (req, res) => {
      await closeSessions(prisma, person.id);
      say(req, 'info', 'Enregistré');
      res.end();
    });
    await request(site)
      .get('/')
      .set('Cookie', `session=${await app().sessionOf(person)}`)
      .expect(200);
    expect(await prisma.session.count({ where: { userId: person.id } })).toBe(0);
  });
});

describe('A8 changing one’s password', () => {
  const change = (agent: Agent, currentPassword: string, newPassword: string) =>
    agent.post('/compte/mot-de-passe', { currentPassword, newPassword });

  test('A8: the others are signed out, this one goes on under another identifier, and the owner is told', async () => {
    const person = await someone();
    const stolen = await app().sessionOf(person);
    const [here, there] = [await app().as(person), await app().as(person)];
    const answer = await change(here, PASSWORD, NEW);
    expect(answer.headers.location).toBe('/compte');
    expect(String(answer.headers['set-cookie'])).toMatch(/session=s%3A/);
    expect([await isOpen(here), await isOpen(there)]).toEqual([true, false]);
    const withStolen = await app().visitor().raw('get', '/compte').set('Cookie', `session=${stolen}`);
    expect(withStolen.status).toBe(303);
    expect(await app().deps.prisma.session.count({ where: { userId: person.id } })).toBe(1);

    await app().deliver();
    expect(
      app()
        .mailbox.to(person.email)
        .map(({ subject }) => subject),
    ).toEqual(['Votre mot de passe a été changé']);
    const event = await app().deps.prisma.auditEvent.findFirst({ where: { target: person.login } });
    expect(event?.action).toBe('password.changed');
    const signIn = (password: string) => app().visitor().post('/connexion', { login: person.login, password });
    expect([(await signIn(PASSWORD)).status, (await signIn(NEW)).status]).toEqual([422, 303]);
  });

  test('A8: the identifier of before is worth nothing', async () => {
    const person = await someone();
    const cookie = await app().sessionOf(person);
    const raw = app().visitor();
    const page = await raw.raw('get', '/compte/mot-de-passe').set('Cookie', `session=${cookie}`);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
    const csrf = String(page.headers['set-cookie']).split(';')[0];
    const form = { _csrf: token, currentPassword: PASSWORD, newPassword: NEW };
    const cookies = `session=${cookie}; ${csrf}`;
    await app()
      .visitor()
      .raw('post', '/compte/mot-de-passe')
      .set('Cookie', cookies)
      .type('form')
      .send(form)
      .expect(303);
    const after = await app().visitor().raw('get', '/compte').set('Cookie', `session=${cookie}`);
    expect(after.headers.location).toContain('/connexion');
  });

  test.each([
    ['une autre phrase que la mienne', NEW, 'currentPassword'],
    [PASSWORD, 'trop court', 'newPassword'],
    [PASSWORD, 'motdepassemotdepasse', 'newPassword'],
    [PASSWORD, PASSWORD, 'newPassword'],
    [PASSWORD, '', 'newPassword'],
  ])('A8: with « %s » then « %s » nothing changes, and %s says why', async (current, wanted, field) => {
    const person = await someone();
    const [here, there] = [await app().as(person), await app().as(person)];
    const answer = await change(here, current, wanted);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#champ-${field}"`);
    for (const word of [current, wanted]) if (word !== '') expect(answer.text).not.toContain(`value="${word}"`);
    expect(await isOpen(there)).toBe(true);
  });

  test('A8: guessing the present password counts with the failures of the sign-in', async () => {
    const person = await someone();
    const agent = await app().as(person);
    const guesses = [];
    for (let n = 0; n < 10; n += 1) guesses.push((await change(agent, `essai numéro ${n}`, NEW)).status);
    expect(guesses).toEqual([...Array(9).fill(422), 429]);
    expect((await change(agent, PASSWORD, NEW)).status).toBe(429);
    expect((await app().visitor().post('/connexion', { login: person.login, password: PASSWORD })).status).toBe(429);
    app().wait(16 * MINUTE);
    expect((await change(agent, PASSWORD, NEW)).status).toBe(303);
  });

  test('A8: links asked for with the former password stop working', async () => {
    const person = await someone();
    const agent = await app().as(person);
    await app().visitor().post('/mot-de-passe-oublie', { login: person.login });
    await agent.post('/compte/adresse', { email: `pirate.${person.email}`, currentPassword: PASSWORD });
    await app().deliver();
    const links = [linkIn(app().mailbox.to(person.email)[0]), linkIn(app().mailbox.to(`pirate.${person.email}`)[0])];
    for (const link of links) expect((await app().visitor().get(link)).status).toBe(200);
    expect((await change(agent, PASSWORD, NEW)).status).toBe(303);
    for (const link of links) expect((await app().visitor().get(link)).status).toBe(410);
  });
});
