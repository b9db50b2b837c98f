import { describe, expect, test } from 'vitest';
import { aCompany, anAdministrator, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, typographyProblems } from '../support/html.ts';

const app = useApp();
const pages = ['/compte', '/compte/profil', '/compte/adresse', '/compte/mot-de-passe', '/compte/sessions'];

async function aFamily() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const agenda = await aProduct('Agenda').of(company).ledBy(claire).inside(app());
  await aProduct('Carnet').of(company).ledBy(claire).inside(app());
  const hugo = await aPerson().of(company).under(claire).with({ validates: true }).accessing(agenda).inside(app());
  return { company, claire, hugo };
}

const stored = (person: { readonly id: string }) =>
  app().deps.prisma.user.findUniqueOrThrow({ where: { id: person.id } });
const aProfile = { firstName: 'Hugo', lastName: 'Durand', position: 'Directeur', phone: '06 12 34 56 78' };

describe('A6 one’s own account', () => {
  test('A6: it says one’s rights and products, and whom to ask for others', async () => {
    const { claire, hugo } = await aFamily();
    const page = (await (await app().as(hugo)).get('/compte')).text;
    expect(page).toContain('Valider des questionnaires');
    expect(page).not.toContain('Créer des comptes');
    expect(page).toContain('Agenda');
    expect(page).not.toContain('Carnet');
    expect(page).toContain(`gérés par Claire Roux (${claire.email})`);
    const ofClaire = (await (await app().as(claire)).get('/compte')).text;
    expect(ofClaire).toContain('Tous les droits');
    expect(ofClaire).toContain('Vous êtes responsable de');
    expect(ofClaire).toContain('n’est rattaché à aucun autre');
  });

  test('every page is good HTML, good French, and costs four queries at most', async () => {
    const { claire } = await aFamily();
    const administrator = await anAdministrator().inside(app());
    for (const agent of [await app().as(claire), await app().as(administrator)]) {
      for (const path of pages) {
        const { result, queries } = await countQueries(app().deps.database, () => agent.get(path));
        expect([path, result.status, queries.length <= 4 ? 'few' : queries]).toEqual([path, 200, 'few']);
        expect([path, await htmlProblems(result.text), typographyProblems(result.text)]).toEqual([path, [], []]);
      }
    }
  });
});

describe('one’s own profile', () => {
  test('A6: name, function and telephone are saved; a form made for more changes nothing more', async () => {
    const { hugo } = await aFamily();
    const agent = await app().as(hugo);
    const more = {
      role: 'RESPONSIBLE',
      createsAccounts: 'true',
      rights: 'createsAccounts',
      email: 'autre@exemple.fr',
      login: 'autre',
    };
    const answer = await agent.post('/compte/profil', { revision: '0', ...aProfile, ...more });
    expect(answer.headers.location).toBe('/compte');
    expect(await stored(hugo)).toMatchObject({
      lastName: 'Durand',
      phone: '+33612345678',
      role: 'CONTRIBUTOR',
      createsAccounts: false,
      email: hugo.email,
      login: hugo.login,
      revision: 1,
    });
    const event = await app().deps.prisma.auditEvent.findFirst({ where: { target: hugo.login } });
    expect(event).toMatchObject({ action: 'account.profileChanged', actorId: hugo.id });
    expect((await agent.get('/tableau-de-bord')).text).toContain('Hugo Durand');
  });

  test('A6: if somebody above changed it meanwhile, one is told who and what, and keeps what was typed', async () => {
    const { claire, hugo } = await aFamily();
    await (await app().as(claire)).post(`/utilisateurs/${hugo.login}/droits`, { revision: '0' });
    const answer = await (await app().as(hugo)).post('/compte/profil', { revision: '0', ...aProfile });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Votre compte a été modifié par Claire Roux');
    expect(answer.text).toContain('value="Durand"');
    expect(answer.text).toContain('name="revision" value="1"');
  });

  test('the telephone is asked of a vendor’s people, not of the staff', async () => {
    const { hugo } = await aFamily();
    const refused = await (await app().as(hugo)).post('/compte/profil', { revision: '0', ...aProfile, phone: ' ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Indiquez votre numéro de téléphone.');
    const administrator = await anAdministrator().inside(app());
    const agent = await app().as(administrator);
    expect((await agent.post('/compte/profil', { revision: '0', ...aProfile, phone: '' })).status).toBe(303);
    expect((await agent.post('/compte/profil', { revision: '1', ...aProfile, phone: 'x' })).status).toBe(422);
  });
});
