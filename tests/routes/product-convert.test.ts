import { describe, expect, test } from 'vitest';
import { aQualificationOf } from '../builders/initialisation.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
  const module = await aProduct('Module').of(company).ledBy(claire).inside(app());
  return {
    company,
    claire,
    carnet,
    module,
    agent: await app().as(claire),
    path: `/produits/${module.reference}/option`,
  };
}

const productOf = (subjectId: string) => app().deps.prisma.product.findUniqueOrThrow({ where: { subjectId } });
const events = (reference: number, action: string) =>
  app().deps.prisma.auditEvent.count({ where: { target: String(reference), action } });

describe('P7: a core product becomes an option of another', () => {
  test('P7: of one chosen among the others, then a core product again; both are told in its history', async () => {
    const { carnet, module, agent, path } = await aVendor();
    const page = (await agent.get(path)).text;
    expect(await htmlProblems(page)).toEqual([]);
    expect(typographyProblems(page)).toEqual([]);
    expect(page).toContain(`<option value="${carnet.reference}"`);
    expect(page).not.toContain(`<option value="${module.reference}"`);
    const sent = { type: 'OPTION', core: String(carnet.reference), revision: '0' };
    expect((await agent.post(path, sent)).headers.location).toBe(`/produits/${module.reference}`);
    expect(await productOf(module.id)).toMatchObject({ type: 'OPTION', coreId: carnet.id });
    const shown = textOf((await agent.get(`/produits/${module.reference}`)).text);
    expect(shown).toContain('est maintenant un produit option');
    expect(shown).toContain(`Carnet – v1.0 – ${carnet.reference}`);

    expect(textOf((await agent.get(path)).text)).toContain('Convertir en produit socle');
    await agent.post(path, { type: 'CORE', revision: '1' });
    expect(await productOf(module.id)).toMatchObject({ type: 'CORE', coreId: null });
    expect(textOf((await agent.get(`/produits/${module.reference}`)).text)).toMatch(/Option → Socle.*Socle → Option/);
  });

  test('P7: never of itself, of an option, of an archived one, of another company’s, of one not seen, of none', async () => {
    const { company, claire, carnet, module, agent, path } = await aVendor();
    const option = await aProduct('Option').of(company).ledBy(claire).optionOf(carnet).inside(app());
    const archived = await aProduct('Ancien').of(company).ledBy(claire).archived().inside(app());
    const { carnet: foreign } = await aVendor();
    for (const core of [module, option, archived, foreign].map(({ reference }) => String(reference)).concat('', 'x')) {
      const answer = await agent.post(path, { type: 'OPTION', core, revision: '0' });
      expect([core, answer.status]).toEqual([core, 422]);
      expect(answer.text).toContain('Choisissez le produit socle dans la liste.');
    }
    const hugo = await aPerson().of(company).under(claire).inside(app());
    const his = await aProduct('À Hugo').of(company).ledBy(hugo).inside(app());
    await app().deps.prisma.subjectAccess.create({ data: { userId: hugo.id, subjectId: his.id } });
    const sent = { type: 'OPTION', core: String(carnet.reference), revision: '0' };
    expect((await (await app().as(hugo)).post(`/produits/${his.reference}/option`, sent)).status).toBe(422);
    expect(await productOf(module.id)).toMatchObject({ type: 'CORE', coreId: null });
  });

  test('P7: one that has options itself is refused, and says why', async () => {
    const { company, claire, carnet, module, agent } = await aVendor();
    await aProduct('Option').of(company).ledBy(claire).optionOf(carnet).inside(app());
    const path = `/produits/${carnet.reference}/option`;
    expect(textOf((await agent.get(path)).text)).toContain('a lui-même des produits option');
    const answer = await agent.post(path, { type: 'OPTION', core: String(module.reference), revision: '0' });
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('a lui-même des produits option');
    expect(await productOf(carnet.id)).toMatchObject({ type: 'CORE' });
  });

  test('P7: of two at once that would make each the option of the other, one is refused', async () => {
    const { carnet, module, agent, path } = await aVendor();
    await agent.get(path);
    const to = (core: { reference: number }) => ({ type: 'OPTION', core: String(core.reference), revision: '0' });
    const answers = await Promise.all([
      agent.post(path, to(carnet)),
      agent.post(`/produits/${carnet.reference}/option`, to(module)),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
    const types = [await productOf(carnet.id), await productOf(module.id)].map(({ type }) => type);
    expect(types.sort()).toEqual(['CORE', 'OPTION']);
  });

  test('P7: a double click converts once; a change made meanwhile is told, and what was chosen stays', async () => {
    const { company, claire, carnet, module, agent, path } = await aVendor();
    const agenda = await aProduct('Agenda').of(company).ledBy(claire).inside(app());
    const sent = { type: 'OPTION', core: String(carnet.reference), revision: '0' };
    await agent.get(path);
    const answers = await Promise.all([1, 2].map(() => agent.post(path, sent)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await events(module.reference, 'subject.converted')).toBe(1);
    await agent.post(`/produits/${module.reference}/publication`, { published: 'oui' });
    const late = await agent.post(path, { ...sent, core: String(agenda.reference) });
    expect(late.status).toBe(409);
    expect(textOf(late.text)).toMatch(
      /a été modifié par Claire Roux aujourd’hui.*Type de produit modifié.*Socle → Option/,
    );
    expect(textOf(late.text)).not.toMatch(/a été modifié.*publié dans l’Observatoire.*pendant que/);
    expect(await productOf(module.id)).toMatchObject({ coreId: carnet.id });
  });

  test('P5, P7: a qualification changed meanwhile is no conflict for its type', async () => {
    const { carnet, module, agent, path } = await aVendor();
    await agent.post(`/produits/${module.reference}/qualification`, aQualificationOf({}));
    expect(await events(module.reference, 'subject.qualified')).toBe(1);
    const sent = { type: 'OPTION', core: String(carnet.reference), revision: '0' };
    expect((await agent.post(path, sent)).status).toBe(303);
    expect(await productOf(module.id)).toMatchObject({ type: 'OPTION', coreId: carnet.id });
  });
});
