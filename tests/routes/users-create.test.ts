import { describe, expect, test } from 'vitest';
import { aCompany, aPerson, aProduct, aResponsible, PASSWORD } from '../builders/people.ts';
import { aSubmittedRequest } from '../builders/requests.ts';
import type { Sent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { linkIn } from '../support/mailbox.ts';

const app = useApp();
const path = '/utilisateurs/nouveau';
let count = 0;

function aColleague(said: Sent = {}): { readonly login: string; readonly email: string } & Sent {
  count += 1;
  return {
    firstName: 'Lina',
    lastName: 'Écharpe',
    position: 'Cheffe de projet',
    phone: '01 23 45 67 89',
    email: `lina${count}@medisoft.example`,
    login: `lina${count}`,
    ...said,
  };
}

async function aFamily() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const agenda = await aProduct('Agenda').of(company).ledBy(claire).inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
  const hugo = await aPerson()
    .of(company)
    .under(claire)
    .with({ createsAccounts: true })
    .accessing(agenda)
    .inside(app());
  return { company, claire, hugo, agenda, carnet };
}

const users = () => app().deps.prisma.user;
const created = (form: { readonly login: string }) =>
  users().findUnique({ where: { loginKey: form.login.toLowerCase() }, include: { accesses: true } });

describe('A5 adding somebody', () => {
  test('A3, A5: the account is created with its rights, and its mail opens it', async () => {
    const { claire, agenda } = await aFamily();
    const form = aColleague({ rights: ['validates', 'createsAccounts'], products: String(agenda.reference) });
    const answer = await (await app().as(claire)).post(path, form);
    expect([answer.status, answer.headers.location]).toEqual([303, `/utilisateurs/${form.login}`]);
    const person = await created(form);
    expect(person).toMatchObject({
      parentId: claire.id,
      companyId: claire.companyId,
      role: 'CONTRIBUTOR',
      phone: '+33123456789',
      createsAccounts: true,
      validates: true,
      accessesStrategy: false,
      passwordHash: null,
    });
    expect(person?.accesses.map(({ subjectId }) => subjectId)).toEqual([agenda.id]);

    await app().deliver();
    const [mail] = app().mailbox.to(form.email);
    expect(mail?.subject).toBe('Claire Roux vous invite sur Convergence');
    const visitor = app().visitor();
    expect((await visitor.post(linkIn(mail), { password: PASSWORD })).status).toBe(303);
    expect((await visitor.post('/connexion', { login: form.login, password: PASSWORD })).status).toBe(303);

    const event = await app().deps.prisma.auditEvent.findFirst({
      where: { action: 'user.invited', target: form.login },
    });
    expect(event).toMatchObject({
      actorId: claire.id,
      details: { Droits: 'aucun → Créer des comptes et valider des questionnaires' },
    });
  });

  test('A5: a Responsable may appoint another, a Contributeur may not', async () => {
    const { claire, hugo } = await aFamily();
    const byClaire = aColleague({ role: 'RESPONSIBLE' });
    expect((await (await app().as(claire)).post(path, byClaire)).status).toBe(303);
    expect((await created(byClaire))?.role).toBe('RESPONSIBLE');

    const ofHugo = await app().as(hugo);
    expect((await ofHugo.get(path)).text).not.toContain('name="role"');
    const byHugo = aColleague({ role: 'RESPONSIBLE' });
    const refused = await ofHugo.post(path, byHugo);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Seul un Responsable peut donner le rôle de Responsable.');
    expect(await created(byHugo)).toBeNull();
  });

  test('A5: without the right, nothing is created', async () => {
    const { company, claire } = await aFamily();
    const paul = await app().as(await aPerson().of(company).under(claire).inside(app()));
    const form = aColleague();
    expect((await paul.get(path)).status).toBe(403);
    expect((await paul.post(path, form)).status).toBe(403);
    expect(await created(form)).toBeNull();
  });

  test.each([
    ['email', 'lina@medisoft', 'prenom.nom@exemple.fr'],
    ['login', 'l', '3 à 60 caractères'],
    ['phone', '12 34', 'dix chiffres'],
    ['firstName', '  ', 'Indiquez le prénom.'],
  ])('A5: a wrong %s is told with what to do, and nothing typed is lost', async (field, value, repair) => {
    const { claire, agenda } = await aFamily();
    const form = aColleague({
      position: 'Fonction à garder',
      rights: 'validates',
      products: String(agenda.reference),
      [field]: value,
    });
    const answer = await (await app().as(claire)).post(path, form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(repair);
    expect(answer.text).toContain(`href="#champ-${field}"`);
    expect(answer.text).toContain('value="Fonction à garder"');
    expect(answer.text).toMatch(/value="validates" checked/);
    expect(answer.text).toMatch(new RegExp(`value="${agenda.reference}" checked`));
  });
});

describe('A6 nobody gives what they lack', () => {
  test('A6: neither a right, nor a product of which the form says nothing', async () => {
    const { hugo, agenda, carnet } = await aFamily();
    const elsewhere = await aFamily();
    const agent = await app().as(hugo);
    const page = (await agent.get(path)).text;
    expect(page).toContain('Créer des comptes');
    expect(page).not.toContain('Valider des questionnaires');
    expect(page).toContain('Agenda');
    expect(page).not.toContain('Carnet');

    const attempts: readonly Sent[] = [
      { rights: 'validates' },
      { rights: ['createsAccounts', 'accessesStrategy'] },
      { products: String(carnet.reference) },
      { products: String(elsewhere.agenda.reference) },
      { products: ['999999999'] },
      { products: 'x' },
    ];
    for (const attempt of attempts) {
      const form = aColleague(attempt);
      expect([attempt, (await agent.post(path, form)).status, await created(form)]).toEqual([attempt, 422, null]);
    }
    const allowed = aColleague({ rights: 'createsAccounts', products: String(agenda.reference) });
    expect((await agent.post(path, allowed)).status).toBe(303);
  });
});

describe('A4 logins and addresses are unique on the whole platform', () => {
  test('A4: without regard to case, and both are told at once, each at its field', async () => {
    const { claire } = await aFamily();
    const elsewhere = await aFamily();
    const first = aColleague();
    await (await app().as(elsewhere.claire)).post(path, first);
    const form = aColleague({ login: first.login.toUpperCase(), email: first.email.replace('lina', 'LINA') });
    const answer = await (await app().as(claire)).post(path, form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#champ-login"');
    expect(answer.text).toContain('href="#champ-email"');
    expect(await users().count({ where: { loginKey: first.login } })).toBe(1);
  });

  test('A4: a request whose papers came holds its login and its address', async () => {
    const { claire } = await aFamily();
    const { form: taken } = await aSubmittedRequest(app());
    const answer = await (await app().as(claire)).post(path, aColleague({ login: taken.login, email: taken.email }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#champ-login"');
    expect(answer.text).toContain('href="#champ-email"');
    expect(await created(taken)).toBeNull();
  });

  test('A4: two companies that choose the same login at once do not both get it', async () => {
    const [one, other] = [await aFamily(), await aFamily()];
    const form = aColleague();
    const agents = [await app().as(one.claire), await app().as(other.claire)];
    for (const agent of agents) await agent.get(path);
    const answers = await Promise.all(
      agents.map((agent, n) =>
        agent.post(path, {
          ...form,
          email: `autre${n}.${form.email}`,
          login: n === 0 ? form.login : form.login.toUpperCase(),
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await users().count({ where: { loginKey: form.login } })).toBe(1);
  });

  test('A4: « nouveau » is the address of a form, not a person’s', async () => {
    const { claire } = await aFamily();
    const answer = await (await app().as(claire)).post(path, aColleague({ login: 'Nouveau' }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('n’est pas disponible');
  });

  test('A4: a double click makes one account, one mail, and two answers that say the same', async () => {
    const { claire } = await aFamily();
    const form = aColleague();
    const agent = await app().as(claire);
    await agent.get(path);
    const answers = await Promise.all([agent.post(path, form), agent.post(path, form)]);
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
      [303, `/utilisateurs/${form.login}`],
      [303, `/utilisateurs/${form.login}`],
    ]);
    await app().deliver();
    expect(app().mailbox.to(form.email)).toHaveLength(1);
  });
});
