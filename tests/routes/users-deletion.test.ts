import { describe, expect, test } from 'vitest';
import { issueToken } from '../../src/accounts/tokens.ts';
import { aCompany, aPerson, aProduct, aResponsible, PASSWORD } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();

/** Claire, Responsable, created Hugo and Paul; Hugo created Lina and is responsible for the Carnet. */
async function aFamily() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const hugo = await aPerson()
    .of(company)
    .under(claire)
    .named('Hugo', 'Martin')
    .with({ createsAccounts: true })
    .inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(hugo).inside(app());
  const paul = await aPerson().of(company).under(claire).named('Paul', 'Petit').inside(app());
  const lina = await aPerson().of(company).under(hugo).inside(app());
  return { company, claire, hugo, paul, lina, carnet };
}

const stored = (person: { readonly id: string }) =>
  app().deps.prisma.user.findUniqueOrThrow({
    where: { id: person.id },
    include: { accesses: true, notifications: true },
  });
const subject = (one: { readonly id: string }) =>
  app().deps.prisma.subject.findUniqueOrThrow({ where: { id: one.id } });
const handOver = (login: string): string => `/utilisateurs/${login}/passation`;
const deletion = (login: string): string => `/utilisateurs/${login}/suppression`;

describe('A7 handing over what somebody is responsible for', () => {
  test('A7: the successor becomes responsible, gets the access they lacked, and is told', async () => {
    const { claire, hugo, paul, carnet } = await aFamily();
    const agent = await app().as(claire);
    const page = (await agent.get(handOver(hugo.login))).text;
    expect(page).toContain(`Carnet (n°\u00a0${carnet.reference})`);
    expect(page).toContain('Paul Petit (en reçoit l’accès)');
    const answer = await agent.post(handOver(hugo.login), { [`successor-${carnet.reference}`]: paul.login });
    expect(answer.headers.location).toBe(`/utilisateurs/${hugo.login}`);
    expect((await subject(carnet)).responsibleId).toBe(paul.id);
    const heir = await stored(paul);
    expect(heir.accesses.map(({ subjectId }) => subjectId)).toEqual([carnet.id]);
    expect(heir.notifications).toMatchObject([
      { title: 'Vous êtes responsable de Carnet – v1.0', href: `/produits/${carnet.reference}` },
    ]);
    const events = await app().deps.prisma.auditEvent.findMany({
      where: { actorId: claire.id },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ action, target }) => [action, target])).toEqual([
      ['subject.handedOver', String(carnet.reference)],
      ['user.rightsChanged', paul.login],
    ]);
    expect(events[0]?.details).toEqual({ from: 'Hugo Martin', to: 'Paul Petit' });
  });

  test('A7: a product keeps in its history that it was handed over, whatever it is called since', async () => {
    const { claire, hugo, paul, carnet } = await aFamily();
    const agent = await app().as(claire);
    await agent.post(handOver(hugo.login), { [`successor-${carnet.reference}`]: paul.login });
    await app().deps.prisma.subject.update({ where: { id: carnet.id }, data: { name: 'Agenda' } });
    const page = textOf((await agent.get(`/produits/${carnet.reference}`)).text);
    expect(page).toMatch(/Passation de responsabilité.*À : Paul Petit · De : Hugo Martin/);
  });

  test('A7: the strategy is handed over with its right', async () => {
    const { company, claire, hugo, paul } = await aFamily();
    const strategy = await app().deps.prisma.subject.create({
      data: { companyId: company.id, kind: 'STRATEGY', name: 'Stratégie globale', responsibleId: hugo.id },
    });
    await (await app().as(claire)).post(handOver(hugo.login), { [`successor-${strategy.reference}`]: paul.login });
    expect((await subject(strategy)).responsibleId).toBe(paul.id);
    expect((await stored(paul)).accessesStrategy).toBe(true);
  });

  test('A6, A7: one hands over what is one’s own, to somebody who already accesses it', async () => {
    const { claire, hugo, lina, paul, carnet } = await aFamily();
    const agent = await app().as(hugo);
    const field = `successor-${carnet.reference}`;
    for (const one of [paul, lina]) {
      const answer = await agent.post(handOver(hugo.login), { [field]: one.login });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`href="#champ-${field}"`);
    }
    expect((await agent.post(handOver(hugo.login), { [field]: claire.login })).status).toBe(303);
    expect((await subject(carnet)).responsibleId).toBe(claire.id);
  });

  test('A7: neither to somebody of another company, nor to nobody, nor what is another’s', async () => {
    const { claire, hugo, carnet } = await aFamily();
    const elsewhere = await aFamily();
    const agent = await app().as(claire);
    const field = `successor-${carnet.reference}`;
    for (const form of [
      {},
      { [field]: '' },
      { [field]: elsewhere.paul.login },
      { [field]: 'personne.de.tel' },
      { [field]: hugo.login },
    ]) {
      expect([form, (await agent.post(handOver(hugo.login), form)).status]).toEqual([form, 422]);
    }
    const another = { [`successor-${elsewhere.carnet.reference}`]: claire.login };
    expect((await agent.post(handOver(hugo.login), another)).status).toBe(409);
    expect((await subject(carnet)).responsibleId).toBe(hugo.id);
    expect((await subject(elsewhere.carnet)).responsibleId).toBe(elsewhere.hugo.id);
  });

  test('A7: of two hand-overs at once, one holds and the other is told', async () => {
    const { claire, hugo, paul, carnet } = await aFamily();
    const agents = [await app().as(claire), await app().as(claire)];
    for (const agent of agents) await agent.get(handOver(hugo.login));
    const answers = await Promise.all(
      [claire, paul].map((heir, n) =>
        agents[n]?.post(handOver(hugo.login), { [`successor-${carnet.reference}`]: heir.login }),
      ),
    );
    expect(answers.map((answer) => answer?.status).sort()).toEqual([303, 409]);
    expect((await subject(carnet)).responsibleId).not.toBe(hugo.id);
  });
});

describe('A7 deleting an account', () => {
  test('A7: what blocks is listed, handed over in place, and then nothing blocks any more', async () => {
    const { claire, hugo, carnet } = await aFamily();
    const agent = await app().as(claire);
    const page = (await agent.get(deletion(hugo.login))).text;
    expect(page).toContain('Hugo Martin est responsable du produit «\u00a0Carnet\u00a0»');
    expect(page).toContain(`action="${handOver(hugo.login)}"`);
    expect(page).not.toContain('Supprimer ce compte');

    const refused = await agent.post(deletion(hugo.login));
    expect(refused.status).toBe(422);
    expect((await stored(hugo)).deletedAt).toBeNull();

    const empty = await agent.post(handOver(hugo.login), { next: 'suppression' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Ce compte ne peut pas encore être supprimé');
    const handed = await agent.post(handOver(hugo.login), {
      next: 'suppression',
      [`successor-${carnet.reference}`]: claire.login,
    });
    expect(handed.headers.location).toBe(deletion(hugo.login));
    expect((await agent.get(deletion(hugo.login))).text).toContain('Supprimer ce compte');
    expect((await agent.post(deletion(hugo.login))).headers.location).toBe('/utilisateurs');
    expect((await stored(hugo)).deletedAt).not.toBeNull();
  });

  test('A7: everything personal goes, the name stays on what the person did, and those attached go to the one above', async () => {
    const { claire, paul, hugo, lina, carnet } = await aFamily();
    const { prisma } = app().deps;
    const ofHugo = await app().as(hugo);
    await ofHugo.post(`/utilisateurs/${lina.login}/droits`, { revision: '0', rights: 'createsAccounts' });
    const link = await issueToken(prisma, hugo.id, 'RESET_PASSWORD', app().now());
    await prisma.subject.update({ where: { id: carnet.id }, data: { responsibleId: claire.id } });
    const agent = await app().as(claire);
    expect((await agent.get(deletion(hugo.login))).text).toContain(
      '1\u00a0compte qui lui est rattaché passe sous le vôtre',
    );
    await agent.post(deletion(hugo.login));

    const gone = await stored(hugo);
    expect(gone).toMatchObject({
      firstName: 'Hugo',
      lastName: 'Martin',
      phone: '',
      position: '',
      passwordHash: null,
      accesses: [],
    });
    expect(JSON.stringify([gone.login, gone.loginKey, gone.email, gone.emailKey])).not.toContain(hugo.login);
    expect((await stored(lina)).parentId).toBe(claire.id);
    const event = await prisma.auditEvent.findFirst({ where: { action: 'user.rightsChanged', target: lina.login } });
    expect(event?.actorName).toBe('Hugo Martin');

    expect((await ofHugo.get('/compte')).headers.location).toContain('/connexion');
    expect((await app().visitor().post('/connexion', { login: hugo.login, password: PASSWORD })).status).toBe(422);
    expect((await app().visitor().get(`/mot-de-passe/${link}`)).status).toBe(410);
    await app().deliver();
    expect(
      app()
        .mailbox.to(hugo.email)
        .map(({ subject: title }) => title),
    ).toEqual(['Votre compte Convergence est supprimé']);
    expect((await agent.get(`/utilisateurs/${hugo.login}`)).status).toBe(404);
    expect((await agent.get('/utilisateurs')).text).not.toContain('Hugo Martin');

    // A4: the login and the address are free again
    const again = {
      firstName: 'Hugo',
      lastName: 'Second',
      position: 'Chef',
      phone: '0123456789',
      email: hugo.email,
      login: hugo.login,
    };
    expect((await agent.post('/utilisateurs/nouveau', again)).status).toBe(303);
    expect((await stored(paul)).deletedAt).toBeNull();
  });

  test('A7: nobody deletes their own account, and the Responsable at the top is nobody’s to delete', async () => {
    const { claire, hugo } = await aFamily();
    const ofClaire = await app().as(claire);
    expect((await ofClaire.get(deletion(claire.login))).status).toBe(403);
    expect((await ofClaire.post(deletion(claire.login))).status).toBe(403);
    expect((await (await app().as(hugo)).post(deletion(claire.login))).status).toBe(404);
    expect((await stored(claire)).deletedAt).toBeNull();
  });

  test('A7: a Responsable deletes another who is attached to them', async () => {
    const { company, claire } = await aFamily();
    const other = await aResponsible().of(company).under(claire).inside(app());
    expect((await (await app().as(other)).post(deletion(claire.login))).status).toBe(404);
    expect((await (await app().as(claire)).post(deletion(other.login))).status).toBe(303);
  });

  test('A7: of two deletions at once, one holds and one mail goes', async () => {
    const { claire, paul } = await aFamily();
    const agents = [await app().as(claire), await app().as(claire)];
    for (const agent of agents) await agent.get(deletion(paul.login));
    const answers = await Promise.all(agents.map((agent) => agent.post(deletion(paul.login))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    await app().deliver();
    expect(app().mailbox.to(paul.email)).toHaveLength(1);
  });

  test('A7: a person deleted while they invite somebody leaves nobody attached to a deleted account', async () => {
    const { claire, hugo, carnet } = await aFamily();
    await app().deps.prisma.subject.update({ where: { id: carnet.id }, data: { responsibleId: claire.id } });
    const [ofClaire, ofHugo] = [await app().as(claire), await app().as(hugo)];
    await ofClaire.get(deletion(hugo.login));
    await ofHugo.get('/utilisateurs/nouveau');
    const invited = {
      firstName: 'Nour',
      lastName: 'Nadir',
      position: 'Cheffe',
      phone: '0123456789',
      email: 'nour@medisoft.example',
      login: 'nour.nadir',
    };
    const [deleted, asked] = await Promise.all([
      ofClaire.post(deletion(hugo.login)),
      ofHugo.post('/utilisateurs/nouveau', invited),
    ]);
    expect(deleted.status).toBe(303);
    const nour = await app().deps.prisma.user.findUnique({ where: { loginKey: invited.login } });
    expect([nour?.parentId ?? null, asked.status < 500]).toEqual([nour === null ? null : claire.id, true]);
  });
});
