import { describe, expect, test } from 'vitest';
import { aQualificationOf } from '../builders/initialisation.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const hugo = await aPerson().of(company).under(claire).named('Hugo', 'Martin').inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
  return { company, claire, hugo, carnet, agent: await app().as(claire), path: `/produits/${carnet.reference}` };
}

const published = async (subjectId: string) =>
  (await app().deps.prisma.product.findUniqueOrThrow({ where: { subjectId } })).published;
const events = (reference: number, action: string) =>
  app().deps.prisma.auditEvent.count({ where: { target: String(reference), action } });

describe('P9: a product is published in the Observatoire, or not', () => {
  test('P9: not at first; a confirmation says what will happen; then it is, until it is not', async () => {
    const { carnet, agent, path } = await aVendor();
    expect(await published(carnet.id)).toBe(false);
    const asked = (await agent.get(`${path}/publication`)).text;
    expect(await htmlProblems(asked)).toEqual([]);
    expect(typographyProblems(asked)).toEqual([]);
    expect(textOf(asked)).toContain('Ce qui va se passer');
    expect(await published(carnet.id)).toBe(false);
    expect((await agent.post(`${path}/publication`, { published: 'oui' })).headers.location).toBe(path);
    expect(await published(carnet.id)).toBe(true);
    expect(textOf((await agent.get('/produits')).text)).toContain('Publié');
    expect(textOf((await agent.get(`${path}/publication`)).text)).toContain('Ne pas publier');
    await agent.post(`${path}/publication`, { published: 'non' });
    expect(await published(carnet.id)).toBe(false);
  });

  test('P9: a double click publishes once', async () => {
    const { carnet, agent, path } = await aVendor();
    await agent.get(path);
    await Promise.all([1, 2].map(() => agent.post(`${path}/publication`, { published: 'oui' })));
    expect(await published(carnet.id)).toBe(true);
    expect(await events(carnet.reference, 'subject.published')).toBe(1);
  });

  test('P6, P9: an archived product is not published, but may be withdrawn', async () => {
    const { company, claire, agent } = await aVendor();
    const ancien = await aProduct('Ancien').of(company).ledBy(claire).archived().published().inside(app());
    const path = `/produits/${ancien.reference}/publication`;
    expect((await agent.post(path, { published: 'non' })).status).toBe(303);
    expect(await published(ancien.id)).toBe(false);
    expect(textOf((await agent.get(path)).text)).toContain('ne peut pas être publié');
    const refused = await agent.post(path, { published: 'oui' });
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('désarchivez-le');
    expect(await published(ancien.id)).toBe(false);
  });
});

describe('A7: a product is handed over to another responsible', () => {
  const responsibleOf = async (id: string) =>
    (await app().deps.prisma.subject.findUniqueOrThrow({ where: { id } })).responsibleId;

  test('A7: who gets the access with it, is told, and leads it', async () => {
    const { hugo, carnet, agent, path } = await aVendor();
    const page = (await agent.get(`${path}/responsable`)).text;
    expect(await htmlProblems(page)).toEqual([]);
    expect(textOf(page)).toContain('Hugo Martin (en reçoit l’accès)');
    const sent = { responsible: hugo.login, revision: '0' };
    await agent.get(path);
    const answers = await Promise.all([1, 2].map(() => agent.post(`${path}/responsable`, sent)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await responsibleOf(carnet.id)).toBe(hugo.id);
    expect(await events(carnet.reference, 'subject.handedOver')).toBe(1);
    const his = await app().as(hugo);
    expect((await his.get('/notifications')).text).toContain('Vous êtes responsable de Carnet');
    expect((await his.get(path)).text).toContain(`${path}/archivage`);
  });

  test('A7: only to somebody offered; a responsible changed meanwhile is told', async () => {
    const { company, claire, hugo, carnet, agent, path } = await aVendor();
    const { claire: stranger } = await aVendor();
    const nina = await aPerson().of(company).under(claire).named('Nina', 'Blanc').inside(app());
    const refused = await agent.post(`${path}/responsable`, { responsible: stranger.login, revision: '0' });
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('cette personne ne peut pas s’en charger');
    await agent.post(`${path}/responsable`, { responsible: hugo.login, revision: '0' });
    const late = await agent.post(`${path}/responsable`, { responsible: nina.login, revision: '0' });
    expect(late.status).toBe(409);
    expect(textOf(late.text)).toMatch(/Passation de responsabilité.*Claire Roux.*Hugo Martin/);
    expect(await responsibleOf(carnet.id)).toBe(hugo.id);
  });

  test('P5, A7: a qualification changed meanwhile is no conflict for its responsible', async () => {
    const { hugo, carnet, agent, path } = await aVendor();
    await agent.post(`${path}/qualification`, aQualificationOf({}));
    expect(await events(carnet.reference, 'subject.qualified')).toBe(1);
    expect((await agent.post(`${path}/responsable`, { responsible: hugo.login, revision: '0' })).status).toBe(303);
    expect(await responsibleOf(carnet.id)).toBe(hugo.id);
  });
});
