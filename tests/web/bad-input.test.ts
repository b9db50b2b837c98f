import { describe, expect, test } from 'vitest';
import { aCompany, anAdministrator, aResponsible, PASSWORD } from '../builders/people.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

async function someone() {
  return aResponsible()
    .of(await aCompany().inside(app()))
    .inside(app());
}

describe('Whatever is sent gets an answer in French, with the right status, and nothing typed is lost', () => {
  test('a page that does not exist says so', async () => {
    const answer = await app().visitor().get('/rien-ici');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Page introuvable');
  });

  test('a script that asks for data gets data', async () => {
    const answer = await app().visitor().json('/rien-ici');
    expect(answer.status).toBe(404);
    expect(answer.body.error.title).toBe('Page introuvable');
  });

  test('a missing field is told at the field, and the title says that there is an error', async () => {
    const answer = await app().visitor().post('/connexion', { login: '', password: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Erreur\u00a0: Connexion');
    expect(answer.text).toMatch(/id="champ-login-erreur">Saisissez votre nom d’utilisateur/);
    expect(answer.text).toContain('href="#champ-password"');
  });

  test('what was typed comes back, escaped; a password never does', async () => {
    const typed = '"><script>alert(1)</script>';
    const answer = await app().visitor().post('/connexion', { login: typed, password: 'motdepasse-tapé' });
    expect(answer.text).not.toContain(typed);
    expect(answer.text).toContain('value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(answer.text).not.toContain('motdepasse-tapé');
  });

  test.each([
    ['a repeated parameter', 'login=a&login=b&password=x', 422],
    ['an array where a word is expected', 'login[]=a&password=x', 422],
    ['an object where a word is expected', 'login[toString]=a&password=x', 422],
    ['a control character', 'login=a%00b&password=x', 422],
    ['far too long a value', `login=${'a'.repeat(5000)}&password=x`, 422],
    ['a name of JavaScript', '__proto__=x&constructor=y&login=a&password=x', 422],
  ])('%s is refused at its field', async (_what, body, status) => {
    const visitor = app().visitor();
    const page = await visitor.get('/connexion');
    const token = encodeURIComponent(/name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '');
    const answer = await visitor.raw('post', '/connexion').type('form').send(`_csrf=${token}&${body}`);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('à corriger');
  });

  test('5 MB of form is refused as too large', async () => {
    const answer = await app()
      .visitor()
      .raw('post', '/connexion')
      .type('form')
      .send(`login=${'a'.repeat(5_000_000)}`);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('Envoi trop volumineux');
  });

  test.each([
    ['an address that decodes to nothing', '/utilisateurs/%E0%A4%A'],
    ['a NUL in an address', '/utilisateurs/a%00b'],
  ])('%s is no failure of ours', async (_what, path) => {
    const agent = await app().as(await someone());
    const answer = await agent.get(path);
    expect([400, 404]).toContain(answer.status);
  });

  test('NUL in a search, days that are none and revisions beyond every number are no failure of ours', async () => {
    const administrator = await app().as(await anAdministrator().inside(app()));
    for (const path of ['?q=a%00b', '?du=0000-01-01', '?du=2026-02-31&au=9999-99-99', '?page=99999999999999999999']) {
      expect([path, (await administrator.get(`/administration/journal${path}`)).status]).toEqual([path, 200]);
    }
    expect((await administrator.post('/administration/equipe/a%00b/invitation')).status).toBe(404);
    const agent = await app().as(await someone());
    const profile = { firstName: 'Zoé', lastName: 'Legrand', position: 'Cheffe', phone: '01 23 45 67 89' };
    expect((await agent.post('/compte/profil', { ...profile, revision: '9999999999' })).status).toBe(422);
  });

  test.each([
    ['JSON', 'application/json', '{"login": {"$ne": null}}'],
    ['broken JSON', 'application/json', '{'],
    ['XML', 'application/xml', '<a/>'],
    [
      'a multipart body that never ends',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="login"\r\n\r\na',
    ],
  ])('%s instead of a form is refused, not crashed upon', async (_what, type, body) => {
    const answer = await app().visitor().raw('post', '/connexion').set('Content-Type', type).send(body);
    expect(answer.status).toBe(403);
  });
});

describe('A form is accepted only from its own page, and its own person', () => {
  test('without a token nothing happens, and what was typed is offered again', async () => {
    const person = await someone();
    const answer = await app()
      .visitor()
      .raw('post', '/connexion')
      .type('form')
      .send({ login: person.login, password: PASSWORD });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(`value="${person.login}"`);
    expect(answer.text).toContain('Rien n’a été enregistré');
  });

  test('a token taken before the sign-in is worth nothing after it', async () => {
    const person = await someone();
    const visitor = app().visitor();
    const page = await visitor.get('/connexion');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    await visitor.post('/connexion', { login: person.login, password: PASSWORD });
    const answer = await visitor.raw('post', '/notifications/tout-lire').type('form').send({ _csrf: token });
    expect(answer.status).toBe(403);
  });

  test.each([
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Site', 'same-site'],
    ['Origin', 'https://autre.site'],
    ['Origin', 'null'],
  ])('sent from elsewhere (%s: %s) it is refused before it is read', async (header, value) => {
    const answer = await app()
      .visitor()
      .raw('post', '/connexion')
      .set(header, value)
      .type('form')
      .send({ login: 'a', password: 'b' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('envoyé depuis un autre site');
  });

  test('a session that ended while a form was filled in: the page keeps what was typed', async () => {
    const person = await someone();
    const agent = await app().as(person);
    await agent.get('/tableau-de-bord');
    await app().deps.prisma.session.deleteMany({ where: { userId: person.id } });
    const answer = await agent.post('/compte/profil', { firstName: 'Zoé', lastName: 'Legrand' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('Votre session a expiré');
    expect(answer.text).toContain('value="Legrand"');
  });
});

describe('Pages protect their reader', () => {
  test('the policy lets nothing inline nor foreign run, and nobody frames us', async () => {
    const { headers } = await app().visitor().get('/');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('no page has an inline style, script or handler', async () => {
    for (const path of ['/', '/connexion', '/faq', '/cgu', '/demande-de-compte', '/dev/composants']) {
      const { text } = await app().visitor().get(path);
      expect([path, /<[^>]+\s(?:style|on\w+)=|<style|<script(?![^>]*\ssrc=)/i.exec(text)?.[0]]).toEqual([
        path,
        undefined,
      ]);
    }
  });

  test('health answers without a session, a cookie or a query for the liveness', async () => {
    const alive = await app().visitor().get('/sante');
    expect(alive.body).toEqual({ status: 'ok' });
    expect(alive.headers['set-cookie']).toBeUndefined();
    expect((await app().visitor().get('/sante/pret')).status).toBe(200);
  });
});
