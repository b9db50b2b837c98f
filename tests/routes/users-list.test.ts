import { describe, expect, test } from 'vitest';
import { issueToken } from '../../src/accounts/tokens.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const app = useApp();
const HOUR = 3_600_000;

/** Claire, Responsable, created Hugo, who created Lina; Paul is Claire's too. */
async function aFamily() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const agenda = await aProduct('Agenda').of(company).ledBy(claire).inside(app());
  const secret = await aProduct('Produit confidentiel').of(company).ledBy(claire).inside(app());
  const hugo = await aPerson()
    .of(company)
    .under(claire)
    .named('Hugo', 'Martin')
    .with({ createsAccounts: true })
    .accessing(agenda)
    .inside(app());
  const lina = await aPerson().of(company).under(hugo).named('Lina', 'Écharpe').accessing(agenda, secret).inside(app());
  const paul = await aPerson().of(company).under(claire).named('Paul', 'Petit').inside(app());
  return { company, claire, hugo, lina, paul, agenda, secret };
}

describe('A6 the people attached to one', () => {
  test('A6: those attached directly or indirectly are listed, nobody else', async () => {
    const { claire, hugo, lina } = await aFamily();
    await aFamily();
    const ofClaire = (await (await app().as(claire)).get('/utilisateurs')).text;
    expect(ofClaire.match(/(Hugo Martin|Lina Écharpe|Paul Petit)<\/a>/g)).toHaveLength(3);
    const ofHugo = (await (await app().as(hugo)).get('/utilisateurs')).text;
    expect(ofHugo).toContain('Lina Écharpe');
    expect(ofHugo).not.toContain('Paul Petit');
    expect(ofHugo).not.toContain('Claire Roux');
    expect((await (await app().as(lina)).get('/utilisateurs')).text).toContain('Aucun compte n’est rattaché au vôtre');
  });

  test.each([
    ['echarpe', 'Lina'],
    ['hug mart', 'Hugo'],
  ])('A6: « %s » finds %s', async (search, name) => {
    const { claire } = await aFamily();
    const page = await (await app().as(claire)).get(`/utilisateurs?q=${encodeURIComponent(search)}`);
    expect(page.text.match(/<th scope="row"/g)).toHaveLength(1);
    expect(page.text).toContain(name);
  });

  test('A6: they are also found by login and by address, and a search without result says what to do', async () => {
    const { claire, paul } = await aFamily();
    const agent = await app().as(claire);
    for (const search of [paul.login, paul.email]) {
      expect((await agent.get(`/utilisateurs?q=${encodeURIComponent(search)}`)).text).toContain('Paul Petit');
    }
    const none = await agent.get('/utilisateurs?q=zzz');
    expect(none.text).toContain('Aucun utilisateur ne correspond à «\u00a0zzz\u00a0»');
    expect(none.text).toContain('Voir tous les utilisateurs');
  });

  test('A6: they are sorted and paged by twenty, and a page too far is the last one', async () => {
    const { company, claire } = await aFamily();
    for (let n = 0; n < 20; n += 1) await aPerson().of(company).under(claire).named('Zoé', `Zut${n}`).inside(app());
    const agent = await app().as(claire);
    const first = await agent.get('/utilisateurs');
    expect(first.text).toContain('20\u00a0utilisateurs sur 23');
    expect(first.text.indexOf('Lina Écharpe')).toBeLessThan(first.text.indexOf('Hugo Martin'));
    const reversed = await agent.get('/utilisateurs?tri=-nom&page=99');
    expect(reversed.text).toContain('3\u00a0utilisateurs sur 23');
    expect(reversed.text.indexOf('Hugo Martin')).toBeLessThan(reversed.text.indexOf('Lina Écharpe'));
  });

  test('A3: the list says who has joined, who was invited and whose link is too old', async () => {
    const { claire, hugo, lina, paul } = await aFamily();
    const { prisma } = app().deps;
    await prisma.user.updateMany({ where: { id: { in: [lina.id, paul.id] } }, data: { passwordHash: null } });
    await issueToken(prisma, lina.id, 'SET_PASSWORD', new Date(app().now().getTime() - 73 * HOUR));
    await issueToken(prisma, paul.id, 'SET_PASSWORD', app().now());
    const agent = await app().as(claire);
    const page = (await agent.get('/utilisateurs')).text;
    expect(page).toContain('Lien d’invitation expiré');
    expect(page).toContain('Invitation envoyée le 20\u00a0novembre 2026');
    expect(page).toContain('Actif');
    expect((await agent.get(`/utilisateurs/${hugo.login}`)).text).not.toContain('Renvoyer l’invitation');
    expect((await agent.get(`/utilisateurs/${lina.login}`)).text).toContain('Renvoyer l’invitation');
  });

  test('A6: a product that one does not see is counted on somebody’s page, not named', async () => {
    const { claire, hugo, lina } = await aFamily();
    const ofHugo = (await (await app().as(hugo)).get(`/utilisateurs/${lina.login}`)).text;
    expect(ofHugo).toContain('Agenda');
    expect(ofHugo).not.toContain('confidentiel');
    expect(ofHugo).toContain('1\u00a0produit que vous ne voyez pas');
    expect((await (await app().as(claire)).get(`/utilisateurs/${lina.login}`)).text).toContain('confidentiel');
  });

  test('A5: whoever may not create accounts is not offered to, and is told whom to ask', async () => {
    const { claire, lina } = await aFamily();
    expect((await (await app().as(claire)).get('/utilisateurs')).text).toContain('Ajouter un utilisateur');
    const ofLina = (await (await app().as(lina)).get('/utilisateurs')).text;
    expect(ofLina).not.toContain('/utilisateurs/nouveau');
    expect(ofLina).toContain('adressez-vous à la personne qui gère vos droits');
  });

  test('one’s own page is « Mon compte »', async () => {
    const { claire } = await aFamily();
    const agent = await app().as(claire);
    expect((await agent.get(`/utilisateurs/${claire.login}`)).headers.location).toBe('/compte');
    expect((await agent.get(`/utilisateurs/${claire.login}/profil`)).headers.location).toBe('/compte/profil');
  });
});

describe('every page about people', () => {
  test('is good HTML, good French, and costs four queries at most', async () => {
    const { claire, hugo, lina } = await aFamily();
    await app().deps.prisma.user.update({ where: { id: lina.id }, data: { passwordHash: null } });
    await app().deps.prisma.subject.updateMany({ where: { name: 'Agenda' }, data: { responsibleId: hugo.id } });
    const agent = await app().as(claire);
    const of = (login: string): string[] =>
      ['', '/profil', '/droits', '/passation', '/suppression'].map((end) => `/utilisateurs/${login}${end}`);
    for (const path of [
      '/utilisateurs',
      '/utilisateurs?q=zzz',
      '/utilisateurs/nouveau',
      ...of(hugo.login),
      ...of(lina.login),
    ]) {
      const { result, queries } = await countQueries(app().deps.database, () => agent.get(path));
      expect([path, result.status, queries.length <= 4 ? 'few' : queries]).toEqual([path, 200, 'few']);
      expect([path, await htmlProblems(result.text), typographyProblems(result.text)]).toEqual([path, [], []]);
    }
  });
});
