import { describe, expect, test } from 'vitest';
import { aVendor, identified, productSteps, qualified, subjectsOf, walkedTo } from '../builders/additions.ts';
import { aProduct } from '../builders/people.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { textOf } from '../support/html.ts';

const app = useApp();

describe('P4 from a démarche, and after', () => {
  test('P4: a product added from a démarche joins it, and its page there opens', async () => {
    const { company, claire } = await aVendor(app());
    const agent = await app().as(claire);
    const query = '?demarche=doctrine/evaluation-et-projection-socles';
    const page = textOf((await agent.get(`${productSteps.identification}${query}`)).text);
    expect(page).toContain('l’inscription à la démarche « Évaluation et projection socles » se fait aussi');
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified, query);
    const answer = await agent.post(productSteps.recap, asked);
    const [subject] = await subjectsOf(app(), company);
    expect(answer.headers.location).toBe(`/parcours/doctrine/evaluation-et-projection-socles/${subject?.reference}`);
    expect(subject?.enrolments).toMatchObject([{ demarche: 'evaluation-et-projection-socles' }]);
  });

  test.each([
    ['mon-espace-sante/referencement-guide', 'ne se fera pas. Cette démarche commence par'],
    ['rien/du-tout', ''],
    ['doctrine/telesoin"><script>', ''],
  ])('P4: from %s, nothing is joined: it is said, and the product is added', async (demarche, sentence) => {
    const { company, claire } = await aVendor(app());
    const agent = await app().as(claire);
    const query = `?demarche=${encodeURIComponent(demarche)}`;
    const opened = await agent.get(`${productSteps.identification}${query}`);
    expect(textOf(opened.text)).toContain(sentence);
    expect(opened.text).not.toContain('<script>');
    const asked = await walkedTo(agent, productSteps, identified(claire.login), qualified, query);
    const answer = await agent.post(productSteps.recap, asked);
    const [subject] = await subjectsOf(app(), company);
    expect(answer.headers.location).toBe(`/produits/${subject?.reference}/ajoute`);
    expect(subject?.enrolments).toEqual([]);
  });

  test('P4: « Produit ajouté » offers each démarche that takes it in, opens the joined, and says why of the closed', async () => {
    const { company, claire } = await aVendor(app());
    const product = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
    await app().deps.prisma.enrolment.create({
      data: { subjectId: product.id, demarche: 'telesoin', createdBy: 'Claire Roux' },
    });
    const agent = await app().as(claire);
    const { text } = await agent.get(`/produits/${product.reference}/ajoute`);
    expect(text).toContain('action="/parcours/doctrine/teleconsultation/ajouter"');
    expect(text).not.toContain('action="/parcours/doctrine/telesoin/ajouter"');
    expect(text).toContain(`href="/parcours/doctrine/telesoin/${product.reference}"`);
    expect(text).not.toContain('action="/parcours/mon-espace-sante/referencement-guide/ajouter"');
    expect(textOf(text)).toContain('elle n’accueille pas encore d’inscription');
  });

  test('P2, A5: the key of a product that one may not see neither names it nor makes it join: one’s own is added', async () => {
    const { company, claire, hugo } = await aVendor(app());
    const hers = await walkedTo(await app().as(claire), productSteps, identified(claire.login), qualified);
    await (await app().as(claire)).post(productSteps.recap, { ...hers, name: 'Projet confidentiel' });
    const agent = await app().as(hugo);
    const sent = { ...hers, responsible: hugo.login, demarche: 'doctrine/telesoin' };
    const answer = await agent.post(productSteps.recap, sent);
    const [confidential, own] = await subjectsOf(app(), company);
    expect(confidential).toMatchObject({ name: 'Projet confidentiel', enrolments: [] });
    expect(own).toMatchObject({ name: 'Careoptim', enrolments: [{ demarche: 'telesoin' }] });
    expect(answer.headers.location).toBe(`/parcours/doctrine/telesoin/${own?.reference}`);
    expect((await agent.get('/plan-du-site')).text).not.toContain('Projet confidentiel');
  });

  test('A5: the steps cost at most 4 queries, « Produit ajouté » at most 6', async () => {
    const { claire, company } = await aVendor(app());
    const product = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
    const agent = await app().as(claire);
    const cost = async (path: string) =>
      (await countQueries(app().deps.database, () => agent.get(path))).queries.length;
    expect(await cost(productSteps.identification)).toBeLessThanOrEqual(4);
    expect(await cost(`/produits/${product.reference}/ajoute`)).toBeLessThanOrEqual(6);
  });
});
