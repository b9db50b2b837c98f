import { describe, expect, test } from 'vitest';
import { issueToken } from '../../src/accounts/tokens.ts';
import { aCompany, aPerson, aProduct, aResponsible, aVerifier, PASSWORD } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();
const MINUTE = 60_000;

/** Claire, Responsable, created Hugo and Paul; Hugo created Lina. */
async function aFamily() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const agenda = await aProduct('Agenda').of(company).ledBy(claire).inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
  const hugo = await aPerson()
    .of(company)
    .under(claire)
    .named('Hugo', 'Martin')
    .with({ createsAccounts: true })
    .accessing(agenda)
    .inside(app());
  const paul = await aPerson().of(company).under(claire).inside(app());
  const lina = await aPerson().of(company).under(hugo).named('Lina', 'Écharpe').accessing(carnet).inside(app());
  return { company, claire, hugo, paul, lina, agenda, carnet };
}

const rightsOf = (login: string): string => `/utilisateurs/${login}/droits`;
const profileOf = (login: string): string => `/utilisateurs/${login}/profil`;
const stored = (person: { readonly id: string }) =>
  app().deps.prisma.user.findUniqueOrThrow({
    where: { id: person.id },
    include: { accesses: true, notifications: true },
  });
const lastEvent = (target: string) =>
  app().deps.prisma.auditEvent.findFirst({ where: { target }, orderBy: { seq: 'desc' } });
const aProfile = { firstName: 'Lina', lastName: 'Dupont', position: 'Directrice', phone: '06 12 34 56 78' };

describe('A6 the rights of those attached to one', () => {
  test('A6: they are saved, with what changed in the trail and a notification to the person', async () => {
    const { claire, lina, agenda } = await aFamily();
    const agent = await app().as(claire);
    const answer = await agent.post(rightsOf(lina.login), {
      revision: '0',
      role: 'CONTRIBUTOR',
      rights: 'validates',
      products: String(agenda.reference),
    });
    expect(answer.headers.location).toBe(`/utilisateurs/${lina.login}`);
    const after = await stored(lina);
    expect(after).toMatchObject({ validates: true, createsAccounts: false, revision: 1 });
    expect(after.accesses.map(({ subjectId }) => subjectId)).toEqual([agenda.id]);
    expect(after.notifications).toMatchObject([{ title: 'Vos droits ont changé', href: '/compte' }]);
    expect(after.notifications[0]?.body).toContain('Claire Roux');
    expect(await lastEvent(lina.login)).toMatchObject({
      action: 'user.rightsChanged',
      actorId: claire.id,
      details: {
        Droits: 'aucun → Valider des questionnaires',
        Produits: `Agenda (n°\u00a0${agenda.reference}) ajouté, Carnet (n°\u00a0${agenda.reference + 1}) retiré`,
      },
    });
  });

  test('A6: what did not change is neither told nor written in the trail', async () => {
    const { claire, lina, carnet } = await aFamily();
    const agent = await app().as(claire);
    await agent.post(rightsOf(lina.login), { revision: '0', products: String(carnet.reference) });
    expect((await agent.get(`/utilisateurs/${lina.login}`)).text).toContain('Les droits n’ont pas changé');
    expect((await stored(lina)).notifications).toEqual([]);
    expect(await lastEvent(lina.login)).toBeNull();
  });

  test('A6: nobody changes their own rights or products, by any address', async () => {
    const { claire, hugo, carnet } = await aFamily();
    for (const person of [hugo, claire]) {
      const agent = await app().as(person);
      expect((await agent.get(rightsOf(person.login))).status).toBe(403);
      const answer = await agent.post(rightsOf(person.login), {
        revision: '0',
        rights: ['validates'],
        products: String(carnet.reference),
      });
      expect(answer.status).toBe(403);
      await agent.post(profileOf(person.login), {
        revision: '0',
        ...aProfile,
        rights: 'validates',
        products: String(carnet.reference),
        role: 'RESPONSIBLE',
      });
      await agent.post('/compte/profil', {
        revision: '1',
        ...aProfile,
        rights: 'validates',
        products: String(carnet.reference),
        role: 'RESPONSIBLE',
      });
      const { validates, role, accesses } = await stored(person);
      expect({ validates, role, products: accesses.length }).toEqual({
        validates: false,
        role: person.role,
        products: person.subjectIds.length,
      });
    }
  });

  test('A6: nobody gives a right, a role or a product that they lack', async () => {
    const { hugo, lina, carnet } = await aFamily();
    const elsewhere = await aFamily();
    const agent = await app().as(hugo);
    for (const attempt of [
      { rights: 'validates' },
      { rights: 'accessesStrategy' },
      { role: 'RESPONSIBLE' },
      { products: String(elsewhere.agenda.reference) },
      { role: 'ADMINISTRATOR' },
    ]) {
      const answer = await agent.post(rightsOf(lina.login), { revision: '0', ...attempt });
      expect([attempt, answer.status]).toEqual([attempt, 422]);
    }
    expect((await stored(lina)).accesses.map(({ subjectId }) => subjectId)).toEqual([carnet.id]);
  });

  test('A6: a right that one lacks may be taken back, and products that one does not see are left alone', async () => {
    const { hugo, lina, agenda, carnet } = await aFamily();
    await app().deps.prisma.user.update({ where: { id: lina.id }, data: { validates: true } });
    const agent = await app().as(hugo);
    const page = (await agent.get(rightsOf(lina.login))).text;
    expect(page).toContain('Valider des questionnaires');
    expect(page).not.toContain('Carnet');
    expect((await agent.post(rightsOf(lina.login), { revision: '0', products: String(agenda.reference) })).status).toBe(
      303,
    );
    const after = await stored(lina);
    expect(after.validates).toBe(false);
    expect(after.accesses.map(({ subjectId }) => subjectId).sort()).toEqual([agenda.id, carnet.id].sort());
  });

  test('A6: what the giver has just lost is not given, whatever their page showed', async () => {
    const { claire, hugo, lina, agenda } = await aFamily();
    const agent = await app().as(hugo);
    expect((await agent.get(rightsOf(lina.login))).text).toContain('Agenda');
    await (await app().as(claire)).post(rightsOf(hugo.login), { revision: '0', rights: 'createsAccounts' });
    expect((await agent.post(rightsOf(lina.login), { revision: '0', products: String(agenda.reference) })).status).toBe(
      422,
    );
  });

  test('A6: outside one’s subtree nothing exists, whatever is asked', async () => {
    const { hugo, claire, paul } = await aFamily();
    const elsewhere = await aFamily();
    const verifier = await aVerifier().inside(app());
    const agent = await app().as(hugo);
    const before = await app().deps.prisma.auditEvent.count();
    for (const login of [claire.login, paul.login, elsewhere.lina.login, verifier.login, 'personne.de.tel']) {
      for (const end of ['', '/profil', '/droits', '/passation', '/suppression']) {
        expect([login, end, (await agent.get(`/utilisateurs/${login}${end}`)).status]).toEqual([login, end, 404]);
      }
      for (const end of ['/profil', '/droits', '/passation', '/suppression', '/invitation']) {
        const form = { revision: '0', ...aProfile, 'successor-1': hugo.login };
        expect([login, end, (await agent.post(`/utilisateurs/${login}${end}`, form)).status]).toEqual([
          login,
          end,
          404,
        ]);
      }
    }
    expect(await app().deps.prisma.auditEvent.count()).toBe(before);
  });

  test('A6: a Contributeur no longer reaches whom they created once a Responsable promoted them', async () => {
    const { claire, hugo, lina } = await aFamily();
    expect(
      (await (await app().as(claire)).post(rightsOf(lina.login), { revision: '0', role: 'RESPONSIBLE' })).status,
    ).toBe(303);
    const agent = await app().as(hugo);
    expect((await agent.get(`/utilisateurs/${lina.login}`)).status).toBe(404);
    expect((await agent.get('/utilisateurs')).text).not.toContain('Lina Écharpe');
  });

  test('A7: what opens a product is not taken from its responsible', async () => {
    const { claire, lina, carnet } = await aFamily();
    await app().deps.prisma.subject.update({ where: { id: carnet.id }, data: { responsibleId: lina.id } });
    const answer = await (await app().as(claire)).post(rightsOf(lina.login), { revision: '0', role: 'CONTRIBUTOR' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('responsable du produit «\u00a0Carnet\u00a0»');
    expect((await stored(lina)).accesses).toHaveLength(1);
  });

  test('A6: of two changes at once the second is told who did what, keeps what was typed, and may go on', async () => {
    const { claire, hugo, lina, agenda } = await aFamily();
    const [ofClaire, ofHugo] = [await app().as(claire), await app().as(hugo)];
    await ofHugo.post(rightsOf(lina.login), {
      revision: '0',
      rights: 'createsAccounts',
      products: String(agenda.reference),
    });
    const conflict = await ofClaire.post(rightsOf(lina.login), {
      revision: '0',
      role: 'CONTRIBUTOR',
      rights: 'validates',
    });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('par Hugo Martin aujourd’hui à 11\u00a0h\u00a000');
    expect(conflict.text).toContain('Droits\u00a0: aucun → Créer des comptes');
    expect(conflict.text).toMatch(/value="validates" checked/);
    expect((await stored(lina)).createsAccounts).toBe(true);
    const revision = /name="revision" value="(\d+)"/.exec(conflict.text)?.[1] ?? '';
    expect(
      (await ofClaire.post(rightsOf(lina.login), { revision, role: 'CONTRIBUTOR', rights: 'validates' })).status,
    ).toBe(303);
    expect(await stored(lina)).toMatchObject({ validates: true, createsAccounts: false });
  });
});

describe('the profile of those attached to one', () => {
  test('A6: it is saved, and the person is told', async () => {
    const { hugo, lina } = await aFamily();
    const agent = await app().as(hugo);
    expect((await agent.post(profileOf(lina.login), { revision: '0', ...aProfile })).status).toBe(303);
    const after = await stored(lina);
    expect(after).toMatchObject({ lastName: 'Dupont', phone: '+33612345678', email: lina.email });
    expect(after.notifications).toMatchObject([{ title: 'Votre profil a été modifié' }]);
    expect(await lastEvent(lina.login)).toMatchObject({
      details: { Nom: 'Écharpe → Dupont', Téléphone: 'ancien → nouveau' },
    });
  });

  test('A8: the address of whoever has signed in is not changed by another, even by a form made for it', async () => {
    const { hugo, lina } = await aFamily();
    const agent = await app().as(hugo);
    expect((await agent.get(profileOf(lina.login))).text).not.toContain('name="email"');
    const pirate = { revision: '0', ...aProfile, email: 'pirate@exemple.fr' };
    expect((await agent.post(profileOf(lina.login), pirate)).status).toBe(303);
    expect(await stored(lina)).toMatchObject({ lastName: 'Dupont', email: lina.email });
  });

  test('A3: the address of somebody invited is changed, and only the link sent to the new one works', async () => {
    const { claire, lina, paul } = await aFamily();
    const { prisma } = app().deps;
    await prisma.user.update({ where: { id: lina.id }, data: { passwordHash: null } });
    const old = await issueToken(prisma, lina.id, 'SET_PASSWORD', app().now());
    const agent = await app().as(claire);
    const taken = await agent.post(profileOf(lina.login), {
      revision: '0',
      ...aProfile,
      email: paul.email.toUpperCase(),
    });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('href="#champ-email"');
    const email = `nouvelle.${lina.email}`;
    expect((await agent.post(profileOf(lina.login), { revision: '0', ...aProfile, email })).status).toBe(303);
    await app().deliver();
    expect((await app().visitor().get(`/mot-de-passe/${old}`)).status).toBe(410);
    const link = linkIn(app().mailbox.to(email)[0]);
    expect((await app().visitor().get(link)).status).toBe(200);
  });

  test('A3: an invitation sent again ends the one before; two clicks send one', async () => {
    const { hugo, lina } = await aFamily();
    const { prisma } = app().deps;
    await prisma.user.update({ where: { id: lina.id }, data: { passwordHash: null } });
    const old = await issueToken(prisma, lina.id, 'SET_PASSWORD', app().now());
    app().wait(2 * MINUTE);
    const agent = await app().as(hugo);
    await agent.get(`/utilisateurs/${lina.login}`);
    const path = `/utilisateurs/${lina.login}/invitation`;
    const answers = await Promise.all([agent.post(path), agent.post(path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    await app().deliver();
    const mails = app().mailbox.to(lina.email);
    expect(mails).toHaveLength(1);
    expect((await app().visitor().get(`/mot-de-passe/${old}`)).status).toBe(410);
    expect((await app().visitor().post(linkIn(mails[0]), { password: PASSWORD })).status).toBe(303);
    expect((await agent.post(path)).text).toContain('a déjà choisi son mot de passe');
  });
});
