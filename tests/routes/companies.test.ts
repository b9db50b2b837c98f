import { describe, expect, test } from 'vitest';
import { aCompany, anAdministrator, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();

/** Claire, Responsable, created Hugo, who created Lina; Paul has not joined yet. */
async function aFamily() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const hugo = await aPerson().of(company).under(claire).named('Hugo', 'Martin').inside(app());
  const lina = await aPerson().of(company).under(hugo).named('Lina', 'Petit').inside(app());
  const paul = await aPerson().of(company).under(claire).named('Paul', 'Blanc').inside(app());
  await app().deps.prisma.user.update({ where: { id: paul.id }, data: { passwordHash: null } });
  const administrator = await anAdministrator().named('Marc', 'Leroy').inside(app());
  const agent = await app().as(administrator);
  return {
    company,
    claire,
    hugo,
    lina,
    paul,
    administrator,
    agent,
    page: `/administration/entreprises/${company.siren}`,
  };
}

const stored = (person: { readonly id: string }) =>
  app().deps.prisma.user.findUniqueOrThrow({ where: { id: person.id }, include: { notifications: true } });
const newcomer = (login: string) => ({
  firstName: 'Awa',
  lastName: 'Perrin',
  position: 'Présidente',
  phone: '01 40 00 00 00',
  email: `${login}@exemple.fr`,
  login,
});

describe('A6 the companies, for an administrator', () => {
  test('A6: they are found by a part of the name, or by the SIREN typed in groups', async () => {
    const { company, agent } = await aFamily();
    const { siren } = company;
    const other = await aCompany().inside(app());
    for (const search of [
      siren,
      `${siren.slice(0, 3)} ${siren.slice(3, 6)} ${siren.slice(6)}`,
      `entreprise ${siren}`,
    ]) {
      const { text } = await agent.get(`/administration/entreprises?q=${encodeURIComponent(search)}`);
      expect([search, text.includes(`/administration/entreprises/${siren}"`)]).toEqual([search, true]);
      expect(text).not.toContain(other.siren);
      expect(text).toContain('Claire Roux');
      expect(text).toContain('4\u00a0comptes');
    }
    for (const search of ['%', '_', '\\', 'zzz']) {
      const { text } = await agent.get(`/administration/entreprises?q=${encodeURIComponent(search)}`);
      expect([search, text.includes('Aucune entreprise ne correspond')]).toEqual([search, true]);
    }
  });

  test('A6: they are sorted and paged, and a page too far is the last one', async () => {
    for (let n = 0; n < 21; n += 1) await aCompany().inside(app());
    const agent = await app().as(await anAdministrator().inside(app()));
    const total = await app().deps.prisma.company.count();
    expect((await agent.get('/administration/entreprises?page=9999')).text).toContain(
      `${total % 20 || 20}\u00a0entreprise${(total % 20 || 20) > 1 ? 's' : ''} sur ${total}`,
    );
    const sirens = (text: string) => [...text.matchAll(/entreprises\/(\d{9})"/g)].map(([, siren]) => siren);
    const down = sirens((await agent.get('/administration/entreprises?tri=-siren')).text);
    expect(down).toEqual([...down].sort().reverse());
  });

  test('A6: a company’s people are shown as the tree that they form', async () => {
    const { agent, page } = await aFamily();
    const { text } = await agent.get(page);
    expect(text.replace(/\s+/g, ' ')).toMatch(/Claire Roux.*<ul.*Hugo Martin.*<ul.*Lina Petit.*<\/ul>.*<\/ul>/);
    expect(textOf(text)).toMatch(/Paul Blanc Contributeur · .* Lien d’invitation expiré/);
    expect((await agent.get('/administration/entreprises/000000000')).status).toBe(404);
    expect((await agent.get('/administration/entreprises/rien')).status).toBe(404);
  });
});

describe('A6 designating a new Responsable', () => {
  test('A6: the one chosen is above everybody, with every right; the former one is under them, and keeps theirs', async () => {
    const { company, claire, hugo, lina, agent, page } = await aFamily();
    await agent.get(`${page}/responsable`);
    const answer = await agent.post(`${page}/responsable`, { seen: claire.id, login: lina.login });
    expect([answer.status, answer.headers.location]).toEqual([303, page]);
    expect(await stored(lina)).toMatchObject({
      role: 'RESPONSIBLE',
      parentId: null,
      createsAccounts: true,
      validates: true,
      accessesStrategy: true,
    });
    expect(await stored(claire)).toMatchObject({ role: 'RESPONSIBLE', parentId: lina.id });
    expect(await stored(hugo)).toMatchObject({ role: 'CONTRIBUTOR', parentId: claire.id });
    const tops = await app().deps.prisma.user.findMany({ where: { companyId: company.id, parentId: null } });
    expect(tops.map(({ id }) => id)).toEqual([lina.id]);
  });

  test('A6: both are told by a notification and a mail, and the trail says who did what', async () => {
    const { company, claire, hugo, administrator, agent, page } = await aFamily();
    await agent.post(`${page}/responsable`, { seen: claire.id, login: hugo.login });
    expect((await stored(hugo)).notifications).toMatchObject([
      { title: `Vous êtes le nouveau Responsable de l’entreprise ${company.legalName}`, href: '/utilisateurs' },
    ]);
    expect((await stored(claire)).notifications).toMatchObject([
      { title: 'Votre entreprise a un nouveau Responsable', href: '/compte' },
    ]);
    await app().deliver();
    expect(app().mailbox.to(hugo.email)[0]?.subject).toBe('Vous êtes le nouveau Responsable de votre entreprise');
    expect(app().mailbox.to(claire.email)[0]?.text).toContain('Hugo Martin');
    const events = await app().deps.prisma.auditEvent.findMany({
      where: { actorId: administrator.id },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ action, target, companyId }) => [action, target, companyId])).toEqual([
      ['company.responsibleDesignated', company.legalName, company.id],
      ['user.rightsChanged', hugo.login, company.id],
    ]);
    expect(events[0]?.details).toEqual({ to: 'Hugo Martin', from: 'Claire Roux' });
    expect(events[1]?.details).toMatchObject({ Rôle: 'Contributeur → Responsable' });
  });

  test('A7: the new one hands over what the former held, then deletes their account', async () => {
    const { company, claire, hugo, agent, page } = await aFamily();
    const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
    const ofHugo = await app().as(hugo);
    expect((await ofHugo.post(`/utilisateurs/${claire.login}/suppression`)).status).toBe(404);
    await agent.post(`${page}/responsable`, { seen: claire.id, login: hugo.login });
    expect((await ofHugo.post(`/utilisateurs/${claire.login}/suppression`)).status).toBe(422);
    await ofHugo.post(`/utilisateurs/${claire.login}/passation`, { [`successor-${carnet.reference}`]: hugo.login });
    expect((await ofHugo.post(`/utilisateurs/${claire.login}/suppression`)).status).toBe(303);
    expect((await stored(claire)).deletedAt).not.toBeNull();
    // The last one stays
    expect((await ofHugo.post(`/utilisateurs/${hugo.login}/suppression`)).status).toBe(403);
  });

  test('A6: neither the one who is there, nor who has not joined, nor somebody of another company', async () => {
    const { claire, paul, agent, page } = await aFamily();
    const elsewhere = await aFamily();
    const form = (await agent.get(`${page}/responsable`)).text;
    expect(form).not.toContain(`value="${claire.login}"`);
    expect(form).not.toContain(`value="${paul.login}"`);
    for (const [login, sentence] of [
      [claire.login, 'est déjà le Responsable'],
      [paul.login, 'n’a pas encore choisi son mot de passe'],
      [elsewhere.hugo.login, 'Choisissez quelqu’un dans la liste'],
      ['', 'Choisissez le nouveau Responsable.'],
    ] as const) {
      const answer = await agent.post(`${page}/responsable`, { seen: claire.id, login });
      expect([login, answer.status, answer.text.includes(sentence)]).toEqual([login, 422, true]);
    }
    expect((await stored(claire)).parentId).toBeNull();
    expect((await stored(elsewhere.hugo)).parentId).toBe(elsewhere.claire.id);
  });

  test('A6: of two administrators at once, one succeeds and the other is told who is there now', async () => {
    const { claire, hugo, lina, agent, page } = await aFamily();
    const colleague = await app().as(await anAdministrator().inside(app()));
    for (const one of [agent, colleague]) await one.get(`${page}/responsable`);
    const answers = await Promise.all([
      agent.post(`${page}/responsable`, { seen: claire.id, login: hugo.login }),
      colleague.post(`${page}/responsable`, { seen: claire.id, login: lina.login }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toMatch(/c’est maintenant (Hugo Martin|Lina Petit)/);
    const tops = [await stored(hugo), await stored(lina)].filter(({ parentId }) => parentId === null);
    expect(tops).toHaveLength(1);
  });
});

describe('A6 inviting a new Responsable', () => {
  test('A6: when everybody has left, somebody new comes, chooses a password and manages the company', async () => {
    const company = await aCompany().inside(app());
    const agent = await app().as(await anAdministrator().inside(app()));
    const page = `/administration/entreprises/${company.siren}`;
    expect((await agent.get(page)).text).toContain('Plus personne n’a de compte dans cette entreprise');
    expect((await agent.get(`/administration/entreprises?q=${company.siren}`)).text).toContain('Personne');
    const answer = await agent.post(`${page}/invitation`, { seen: '', ...newcomer('awa.perrin') });
    expect([answer.status, answer.headers.location]).toEqual([303, page]);
    await app().deliver();
    const link = linkIn(app().mailbox.to('awa.perrin@exemple.fr')[0]);
    expect((await app().visitor().get(link)).status).toBe(200);
    const awa = await app().deps.prisma.user.findFirstOrThrow({ where: { companyId: company.id } });
    expect(awa).toMatchObject({ role: 'RESPONSIBLE', parentId: null, validates: true });
  });

  test('A6: when the one who remains has lost their e-mail, they go under the new one and are told', async () => {
    const { claire, administrator, agent, page } = await aFamily();
    await agent.post(`${page}/invitation`, { seen: claire.id, ...newcomer('zoe.perrin') });
    const zoe = await app().deps.prisma.user.findUniqueOrThrow({ where: { loginKey: 'zoe.perrin' } });
    expect(await stored(claire)).toMatchObject({ parentId: zoe.id, role: 'RESPONSIBLE' });
    await app().deliver();
    expect(app().mailbox.to(claire.email)[0]?.text).toContain('Awa Perrin');
    const events = await app().deps.prisma.auditEvent.findMany({
      where: { actorId: administrator.id },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ action, target }) => [action, target])).toEqual([
      ['company.responsibleInvited', expect.stringContaining('Entreprise')],
      ['user.invited', 'zoe.perrin'],
    ]);
  });

  test('A3: their invitation is sent again, to them and to nobody else', async () => {
    const { claire, paul, agent, page } = await aFamily();
    await agent.post(`${page}/invitation`, { seen: claire.id, ...newcomer('noe.perrin') });
    await app().deliver();
    const first = linkIn(app().mailbox.to('noe.perrin@exemple.fr')[0]);
    app().wait(120_000);
    expect((await agent.get(page)).text).toContain(`${page}/invitation/noe.perrin`);
    expect((await agent.post(`${page}/invitation/noe.perrin`)).status).toBe(303);
    await app().deliver();
    expect((await app().visitor().get(first)).status).toBe(410);
    expect(
      (
        await app()
          .visitor()
          .get(linkIn(app().mailbox.to('noe.perrin@exemple.fr')[1]))
      ).status,
    ).toBe(200);
    for (const one of [paul, claire]) expect((await agent.post(`${page}/invitation/${one.login}`)).status).toBe(404);
  });

  test('A4: a login or an address already taken is refused, and nothing typed is lost', async () => {
    const { claire, hugo, agent, page } = await aFamily();
    const typed = { ...newcomer(hugo.login), email: hugo.email.toUpperCase(), lastName: 'Durand-Nouveau' };
    const answer = await agent.post(`${page}/invitation`, { seen: claire.id, ...typed });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Ce nom d’utilisateur n’est pas disponible');
    expect(answer.text).toContain('Durand-Nouveau');
    expect((await stored(claire)).parentId).toBeNull();
  });
});

describe('A6 the one above whom there is nobody', () => {
  test('A6: is told to write to the support, not to somebody who does not exist', async () => {
    const { claire, hugo } = await aFamily();
    const own = await (await app().as(claire)).get(`/utilisateurs/${claire.login}/droits`);
    expect(own.status).toBe(403);
    expect(own.text).toContain('écrivez au support');
    expect(own.text).toContain('mailto:');
    const below = await (await app().as(hugo)).get(`/utilisateurs/${hugo.login}/droits`);
    expect(below.text).toContain('à qui le vôtre est rattaché');
  });
});

describe('every page about companies', () => {
  test('is good HTML and good French', async () => {
    const { agent, page } = await aFamily();
    const alone = await aCompany().inside(app());
    const paths = ['/administration/entreprises', '/administration/entreprises?q=zzz', page, `${page}/responsable`];
    const empty = `/administration/entreprises/${alone.siren}`;
    for (const path of [...paths, `${page}/invitation`, empty, `${empty}/responsable`, `${empty}/invitation`]) {
      const { status, text } = await agent.get(path);
      expect([path, status, await htmlProblems(text), typographyProblems(text)]).toEqual([path, 200, [], []]);
    }
  });
});
