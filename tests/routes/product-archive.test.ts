import { describe, expect, test } from 'vitest';
import { aCompany, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(carnet, 'telesoin').inside(app());
  await aResponse(carnet, 'telesoin').answering({}).draftedBy(claire).inside(app());
  return { claire, carnet, agent: await app().as(claire), path: `/produits/${carnet.reference}` };
}

const archivedAt = async (id: string) =>
  (await app().deps.prisma.subject.findUniqueOrThrow({ where: { id } })).archivedAt;
const events = (reference: number, action: string) =>
  app().deps.prisma.auditEvent.count({ where: { target: String(reference), action } });

describe('P6: a product is archived and brought back', () => {
  test('P6: at once, keeping answers and enrolments; it leaves the lists, then is there again', async () => {
    const { carnet, agent, path } = await aVendor();
    const kept = async () => {
      const { prisma } = app().deps;
      const where = { subjectId: carnet.id };
      return [await prisma.enrolment.count({ where }), await prisma.response.count({ where })];
    };
    const answer = await agent.post(`${path}/archivage`, { archived: 'oui' });
    expect([answer.status, answer.headers.location]).toEqual([303, path]);
    expect(await archivedAt(carnet.id)).toEqual(app().now());
    expect(await kept()).toEqual([1, 1]);
    const page = textOf((await agent.get(path)).text);
    expect(page).toContain('« Carnet – v1.0 » est archivé');
    expect(page).toContain('Ce produit est archivé');
    expect(page).toContain('Désarchiver');
    expect((await agent.get('/produits')).text).not.toContain(`href="${path}"`);
    expect((await agent.get('/parcours/doctrine/telesoin')).text).not.toContain(`/telesoin/${carnet.reference}`);

    await agent.post(`${path}/archivage`, { archived: 'non' });
    expect(await archivedAt(carnet.id)).toBeNull();
    expect(await kept()).toEqual([1, 1]);
    expect((await agent.get('/produits')).text).toContain(`href="${path}"`);
    expect((await agent.get('/parcours/doctrine/telesoin')).text).toContain(`/telesoin/${carnet.reference}`);
  });

  test('P6: from the catalogue, back to the catalogue', async () => {
    const { agent, path } = await aVendor();
    const answer = await agent.post(`${path}/archivage?retour=catalogue`, { archived: 'oui' });
    expect(answer.headers.location).toBe('/produits');
  });

  test('P6: a double click archives once, and does not bring back', async () => {
    const { carnet, agent, path } = await aVendor();
    await agent.get(path);
    await Promise.all([1, 2].map(() => agent.post(`${path}/archivage`, { archived: 'oui' })));
    expect(await archivedAt(carnet.id)).not.toBeNull();
    expect(await events(carnet.reference, 'subject.archived')).toBe(1);
    expect(await events(carnet.reference, 'subject.restored')).toBe(0);
  });

  test('P6: what is archived is offered nothing that would be refused', async () => {
    const { agent, path } = await aVendor();
    await agent.post(`${path}/archivage`, { archived: 'oui' });
    const page = (await agent.get(path)).text;
    for (const act of ['option', 'publication', 'nouvelle-demarche']) expect(page).not.toContain(`${path}/${act}`);
    for (const act of ['fiche', 'duplication', 'responsable', 'archivage']) expect(page).toContain(`${path}/${act}`);
  });

  test('P6: what was sent otherwise is said at the page, which comes back', async () => {
    const { carnet, agent, path } = await aVendor();
    const answer = await agent.post(`${path}/archivage`, { archived: 'peut-être' });
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('n’est plus à jour');
    expect(await archivedAt(carnet.id)).toBeNull();
  });

  test('P6: a product can’t be deleted: no address takes it away', async () => {
    const { carnet, claire } = await aVendor();
    expect(app().routes.filter(({ pattern }) => pattern.startsWith('/produits') && /suppr/.test(pattern))).toEqual([]);
    const agent = await app().as(claire);
    expect((await agent.raw('delete', `/produits/${carnet.reference}`)).status).toBe(404);
    const posts = app().routes.filter(({ method, pattern }) => method === 'POST' && pattern.includes(':reference'));
    for (const { pattern } of posts) {
      await agent.post(
        pattern
          .replace(':reference', String(carnet.reference))
          .replace(':parcours', 'doctrine')
          .replace(':demarche', 'telesoin'),
      );
      expect([pattern, await app().deps.prisma.subject.count({ where: { id: carnet.id } })]).toEqual([pattern, 1]);
    }
  });
});
