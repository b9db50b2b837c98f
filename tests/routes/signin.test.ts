import { describe, expect, test } from 'vitest';
import { aCompany, aPerson, aResponsible, PASSWORD } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();

const MINUTE = 60_000;

async function someone() {
  const company = await aCompany().inside(app());
  return aResponsible().of(company).inside(app());
}

describe('A4: one signs in with the login', () => {
  test('A4: the login and the password open the dashboard, whatever the case of the login', async () => {
    const person = await someone();
    const visitor = app().visitor();
    const answer = await visitor.post('/connexion', { login: person.login.toUpperCase(), password: PASSWORD });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/tableau-de-bord');
    expect((await visitor.get('/tableau-de-bord')).text).toContain('Responsable');
  });

  test('A4: the e-mail is no login', async () => {
    const person = await someone();
    const answer = await app().visitor().post('/connexion', { login: person.email, password: PASSWORD });
    expect(answer.status).toBe(422);
  });

  test('A4: a page asked for before the sign-in is where one arrives', async () => {
    const person = await someone();
    const visitor = app().visitor();
    const sent = await visitor.get('/notifications?page=2');
    expect(sent.headers.location).toBe('/connexion?retour=%2Fnotifications%3Fpage%3D2');
    const answer = await visitor.post('/connexion', {
      login: person.login,
      password: PASSWORD,
      retour: '/notifications?page=2',
    });
    expect(answer.headers.location).toBe('/notifications?page=2');
  });

  test.each(['//autre.site', '/\\autre.site', 'https://autre.site', 'javascript:alert(1)'])(
    'A4: %s is no place to arrive at',
    async (retour) => {
      const person = await someone();
      const answer = await app().visitor().post('/connexion', { login: person.login, password: PASSWORD, retour });
      expect(answer.headers.location).toBe('/tableau-de-bord');
    },
  );

  test('A4: signing in changes the session’s identifier, and what was planted before is worth nothing', async () => {
    const person = await someone();
    const visitor = app().visitor();
    const planted = 'session=s%3Aplanted.signature';
    const answer = await visitor.raw('get', '/connexion').set('Cookie', planted);
    expect(String(answer.headers['set-cookie'])).not.toContain('planted');
    const signedIn = await visitor.post('/connexion', { login: person.login, password: PASSWORD });
    expect(String(signedIn.headers['set-cookie'])).toMatch(/session=s%3A/);
  });
});

describe('A3: the CGU come before anything else', () => {
  test('A3: nothing opens until they are accepted, then everything does, and it is kept with its version', async () => {
    const company = await aCompany().inside(app());
    const person = await aResponsible().of(company).beforeTerms().inside(app());
    const agent = await app().as(person);
    for (const path of ['/tableau-de-bord', '/notifications', '/compte', '/utilisateurs']) {
      const answer = await agent.get(path);
      expect([path, answer.status, answer.headers.location]).toEqual([path, 303, '/acceptation-des-cgu']);
    }
    expect((await agent.get('/faq')).status).toBe(200);

    const version = app().deps.termsVersion;
    const unticked = await agent.post('/acceptation-des-cgu', { version });
    expect(unticked.status).toBe(422);
    expect(unticked.text).toContain('Cochez la case');

    const accepted = await agent.post('/acceptation-des-cgu', { version, accepted: 'oui' });
    expect(accepted.headers.location).toBe('/tableau-de-bord');
    expect((await agent.get('/tableau-de-bord')).status).toBe(200);
    const row = await app().deps.prisma.user.findUniqueOrThrow({ where: { id: person.id } });
    expect([row.cguVersion, row.cguAcceptedAt]).toEqual([version, app().now()]);
  });

  test('A3: a newer version is asked for again, and an older one is not accepted in its place', async () => {
    const person = await someone();
    await app().deps.prisma.user.update({ where: { id: person.id }, data: { cguVersion: '2020-01-01' } });
    const agent = await app().as(person);
    expect((await agent.get('/tableau-de-bord')).headers.location).toBe('/acceptation-des-cgu');
    const answer = await agent.post('/acceptation-des-cgu', { version: '2020-01-01', accepted: 'oui' });
    expect(answer.status).toBe(422);
  });
});

describe('A8: nobody learns whether a login exists', () => {
  test('A8: an unknown login and a wrong password are answered with the same words', async () => {
    const person = await someone();
    const wrong = await app()
      .visitor()
      .post('/connexion', { login: person.login, password: 'pas le bon mot de passe' });
    const unknown = await app()
      .visitor()
      .post('/connexion', { login: 'personne-de-ce-nom', password: 'pas le bon mot de passe' });
    const bare = (text: string, login: string): string =>
      text.replaceAll(login, 'LOGIN').replaceAll(/name="_csrf" value="[^"]+"/g, '');
    expect(wrong.status).toBe(unknown.status);
    expect(bare(wrong.text, person.login)).toBe(bare(unknown.text, 'personne-de-ce-nom'));
    expect(wrong.text).toContain('Le nom d’utilisateur ou le mot de passe est incorrect.');
    expect(wrong.text).not.toContain('pas le bon mot de passe');
  });

  test('A8: they cost the same queries', async () => {
    const person = await someone();
    const visitor = app().visitor();
    await visitor.get('/connexion');
    const attempt = async (login: string): Promise<number> => {
      const { queries } = await countQueries(app().deps.database, () =>
        visitor.post('/connexion', { login, password: 'pas le bon mot de passe' }),
      );
      // The mails that wait are sent meanwhile, by their own loop.
      return queries.filter((sql) => !sql.includes('OutboxMessage')).length;
    };
    await attempt('un-autre-inconnu');
    expect(await attempt(person.login)).toBe(await attempt('encore-un-inconnu'));
  });

  test('A8: ten failures lock a login, existing or not, alike; its owner is told; time or a new password unlocks it', async () => {
    const person = await someone();
    const texts: string[] = [];
    for (const login of [person.login, 'inconnu-a-bloquer']) {
      const visitor = app().visitor();
      for (let i = 0; i < 9; i += 1) {
        expect((await visitor.post('/connexion', { login, password: 'toujours pas le bon' })).status).toBe(422);
      }
      const locked = await visitor.post('/connexion', { login, password: 'toujours pas le bon' });
      expect(locked.status).toBe(429);
      texts.push(/Trop de tentatives[^<]*/.exec(locked.text)?.[0] ?? '');
      expect((await visitor.post('/connexion', { login, password: PASSWORD })).status).toBe(429);
    }
    expect(texts[0]).toBe(texts[1]);
    await app().deliver();
    expect(
      app()
        .mailbox.to(person.email)
        .map((mail) => mail.subject),
    ).toEqual(['Votre compte est bloqué momentanément']);
    app().wait(16 * MINUTE);
    expect((await app().visitor().post('/connexion', { login: person.login, password: PASSWORD })).status).toBe(303);
  });
});

test('A8: sixty guesses sent at once teach no more than nine, and the right one among them does not get in', async () => {
  const person = await someone();
  const visitor = app().visitor();
  await visitor.get('/connexion');
  const guess = (password: string) => visitor.post('/connexion', { login: person.login, password });
  const guesses = Array.from({ length: 59 }, (_, i) => guess(`essai numéro ${i} du dictionnaire`));
  const answers = await Promise.all([...guesses, guess(PASSWORD)]);
  const told = answers.filter(({ status }) => status !== 429);
  expect(told.length).toBeLessThanOrEqual(10);
  expect(answers.at(-1)?.status).toBe(429);
});

describe('A8: forgotten password', () => {
  const forgotten = async (login: string) => app().visitor().post('/mot-de-passe-oublie', { login });

  test('A8: the same page answers whether or not there is an account; only its owner receives a link', async () => {
    const person = await someone();
    const known = await forgotten(person.login);
    const unknown = await forgotten('vraiment-personne');
    const bare = (text: string): string => text.replaceAll(/name="_csrf" value="[^"]+"/g, '');
    expect(bare(known.text)).toBe(bare(unknown.text));
    await app().deliver();
    expect(app().mailbox.to(person.email)).toHaveLength(1);
  });

  test('A8: the link works once, closes the other sessions, and the new password signs in', async () => {
    const person = await someone();
    const elsewhere = await app().as(person);
    await forgotten(person.email);
    await app().deliver();
    const link = linkIn(app().mailbox.to(person.email)[0]);
    const visitor = app().visitor();
    expect((await visitor.get(link)).text).toContain(person.login);
    const password = 'un tout autre secret bien long';
    expect((await visitor.post(link, { password })).headers.location).toBe('/connexion?fin=mot-de-passe');
    expect((await visitor.post(link, { password })).status).toBe(410);
    expect((await visitor.get(link)).status).toBe(410);
    expect((await elsewhere.get('/tableau-de-bord')).headers.location).toContain('/connexion');
    expect((await visitor.post('/connexion', { login: person.login, password })).status).toBe(303);
  });

  test('A8: a new password ends the change of address that an intruder had asked for', async () => {
    const person = await someone();
    const { prisma } = app().deps;
    const expiresAt = new Date(app().now().getTime() + 60 * MINUTE);
    await prisma.oneTimeToken.create({
      data: {
        kind: 'CHANGE_EMAIL',
        userId: person.id,
        hash: 'asked by an intruder',
        newEmail: 'a@exemple.fr',
        expiresAt,
      },
    });
    await forgotten(person.login);
    await app().deliver();
    await app()
      .visitor()
      .post(linkIn(app().mailbox.to(person.email)[0]), { password: 'un tout autre secret bien long' });
    const asked = await prisma.oneTimeToken.findUniqueOrThrow({ where: { hash: 'asked by an intruder' } });
    expect(asked.expiresAt).toEqual(app().now());
  });

  test('A8: of two people who open the same link at once, one chooses the password', async () => {
    const person = await someone();
    await forgotten(person.login);
    await app().deliver();
    const link = linkIn(app().mailbox.to(person.email)[0]);
    const visitors = [app().visitor(), app().visitor()];
    await Promise.all(visitors.map((visitor) => visitor.get(link)));
    const answers = await Promise.all(
      visitors.map((visitor, i) => visitor.post(link, { password: `la phrase secrète numéro ${i}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test('A8: an hour later it has expired; a newer link replaces an older one', async () => {
    const person = await someone();
    await forgotten(person.login);
    app().wait(1000);
    await forgotten(person.login);
    await app().deliver();
    const [older, newer] = app().mailbox.to(person.email).map(linkIn);
    const visitor = app().visitor();
    expect((await visitor.get(older ?? '')).status).toBe(410);
    expect((await visitor.get(newer ?? '')).status).toBe(200);
    app().wait(61 * MINUTE);
    expect((await visitor.get(newer ?? '')).status).toBe(410);
  });

  test.each([
    ['court', 'au moins 12'],
    ['motdepasse1234', 'trop répandu'],
    ['aaaaaaaaaaaaaa', 'répétition'],
  ])('A8: « %s » is refused with what to repair', async (password, sentence) => {
    const person = await someone();
    await forgotten(person.login);
    await app().deliver();
    const link = linkIn(app().mailbox.to(person.email)[0]);
    const answer = await app().visitor().post(link, { password });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).not.toContain(`value="${password}"`);
  });
});

describe('A8: sessions end', () => {
  test('A8: signing out closes the session at once, wherever its cookie went', async () => {
    const person = await aPerson()
      .of(await aCompany().inside(app()))
      .inside(app());
    const agent = await app().as(person);
    expect((await agent.get('/tableau-de-bord')).status).toBe(200);
    expect((await agent.post('/deconnexion')).headers.location).toBe('/connexion?fin=deconnexion');
    expect((await agent.get('/tableau-de-bord')).status).toBe(303);
    expect(await app().deps.prisma.session.count({ where: { userId: person.id } })).toBe(0);
  });

  test('A8: a session that nobody uses is over', async () => {
    const person = await someone();
    const visitor = app().visitor();
    await visitor.post('/connexion', { login: person.login, password: PASSWORD });
    app().wait(5 * 60 * MINUTE);
    expect((await visitor.get('/tableau-de-bord')).headers.location).toContain('/connexion');
  });
});
