import { describe, expect, test } from 'vitest';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, aStrategy, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Lefèvre').inside(app());
  const hugo = await aPerson()
    .of(company)
    .under(claire)
    .named('Hugo', 'Martin')
    .with({ accessesStrategy: true })
    .inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  return { company, claire, hugo, carnet, agent: await app().as(claire) };
}

describe('The page of a product', () => {
  test('P3, P4: its démarches, what it is, what its qualification makes applicable, who accesses it', async () => {
    const { company, claire, hugo, carnet, agent } = await aVendor();
    await anEnrolment(carnet, SOCLES).inside(app());
    const all = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 2);
    const [first = ''] = Object.keys(all);
    await aResponse(carnet, 'urbanisation')
      .answering({ [first]: 2 })
      .draftedBy(claire)
      .inside(app());
    await aPerson().of(company).under(hugo).named('Nina', 'Blanc').accessing(carnet).inside(app());
    const page = (await agent.get(`/produits/${carnet.reference}`)).text;
    const text = textOf(page).replaceAll('\u00a0', ' ');
    expect(await htmlProblems(page)).toEqual([]);
    expect(typographyProblems(page)).toEqual([]);
    expect(text).toContain('Carnet – v1.0');
    expect(text).toContain('Démarches du produit');
    expect(text).toContain('1/6 critères renseignés');
    expect(page).toContain(`href="/parcours/doctrine/${SOCLES}/${carnet.reference}"`);
    expect(text).toContain('20 réponses, modifiées le 20 novembre 2026. Elles rendent applicables :');
    expect(text).toContain('6 critères d’Urbanisation sur 17');
    expect(text).toContain('7 critères d’Interopérabilité');
    expect(text).toContain('36 critères de Sécurité');
    expect(text).toContain('Voir les 20 réponses');
    expect(text).toContain('NIL non renseigné');
    expect(text).toContain('Nina Blanc');
    expect(text).not.toContain('Hugo Martin');
    expect(page).toContain(`href="/produits/${carnet.reference}/identification"`);
    expect(page).toContain(`href="/produits/${carnet.reference}/qualification"`);
  });

  test('P4: the démarches that it may join, from its page and from « Nouvelle démarche »; joined, they are no more', async () => {
    const { carnet, agent } = await aVendor();
    const path = `/produits/${carnet.reference}`;
    expect((await agent.get(path)).text).toContain('action="/parcours/doctrine/telesoin/ajouter"');
    expect((await agent.get(`${path}/nouvelle-demarche`)).text).toContain(
      'action="/parcours/doctrine/telesoin/ajouter"',
    );
    const joined = await agent.post('/parcours/doctrine/telesoin/ajouter', { product: String(carnet.reference) });
    expect(joined.status).toBe(303);
    const page = (await agent.get(path)).text;
    expect(page).not.toContain('/parcours/doctrine/telesoin/ajouter');
    expect(page).toContain(`/parcours/doctrine/telesoin/${carnet.reference}`);
    expect(textOf(page)).toContain('Inscription à une démarche');
  });

  test('P7: the options of a core product and the core of an option, those that one sees', async () => {
    const { company, claire, hugo, carnet, agent } = await aVendor();
    const option = await aProduct('Module').of(company).ledBy(claire).optionOf(carnet).inside(app());
    const core = (await agent.get(`/produits/${carnet.reference}`)).text;
    expect(textOf(core)).toContain('Produits option');
    expect(core).toContain(`href="/produits/${option.reference}"`);
    expect(core).not.toContain('Convertir en option');
    const other = (await agent.get(`/produits/${option.reference}`)).text;
    expect(textOf(other)).toContain('Produit socle');
    expect(other).toContain('Convertir en socle');

    const nina = await app().as(await aPerson().of(company).under(hugo).accessing(option).inside(app()));
    const seen = (await nina.get(`/produits/${option.reference}`)).text;
    expect(seen).not.toContain(`/produits/${carnet.reference}`);
    expect(seen).not.toContain('Carnet');
  });

  test('A5: who only accesses it is offered no act that would be refused', async () => {
    const { company, hugo, carnet } = await aVendor();
    const nina = await app().as(await aPerson().of(company).under(hugo).accessing(carnet).inside(app()));
    const page = (await nina.get(`/produits/${carnet.reference}`)).text;
    for (const act of ['archivage', 'option', 'publication', 'responsable']) {
      expect(page).not.toContain(`/produits/${carnet.reference}/${act}`);
    }
    for (const act of ['fiche', 'duplication', 'nouvelle-demarche', 'identification']) {
      expect(page).toContain(`/produits/${carnet.reference}/${act}`);
    }
  });

  test('Its history says each change in words', async () => {
    const { carnet, agent } = await aVendor();
    const path = `/produits/${carnet.reference}`;
    await agent.post(`${path}/archivage`, { archived: 'oui' });
    await agent.post(`${path}/archivage`, { archived: 'non' });
    const text = textOf((await agent.get(path)).text);
    expect(text).toMatch(/Produit désarchivé.*Claire Lefèvre, le 20\s+novembre 2026.*Produit archivé/);
  });

  test('A5: its history names no other product to who may not see it', async () => {
    const { company, claire, hugo, carnet, agent } = await aVendor();
    const module = await aProduct('Module').of(company).ledBy(claire).inside(app());
    const sent = { type: 'OPTION', core: String(carnet.reference), revision: '0' };
    await agent.post(`/produits/${module.reference}/option`, sent);
    const copy = await agent.post(`/produits/${carnet.reference}/duplication`, { name: 'Double', version: 'v1' });
    const copied = copy.headers.location ?? '';
    expect(textOf((await agent.get(copied)).text)).toContain(`Produit d’origine : Carnet – v1.0 – ${carnet.reference}`);

    const double = await app().deps.prisma.subject.findFirstOrThrow({
      where: { name: 'Double', companyId: company.id },
    });
    const nina = await app().as(await aPerson().of(company).under(hugo).accessing(module, double).inside(app()));
    for (const path of [`/produits/${module.reference}`, copied]) {
      const text = textOf((await nina.get(path)).text);
      expect(text).toContain('Historique des modifications');
      // Its description, copied, still says « Carnet »
      expect(text).not.toContain('Carnet – v1.0');
    }
  });

  test.each(['', '/fiche', '/nouvelle-demarche', '/duplication', '/option', '/publication', '/responsable'])(
    'Nobody learns that another company’s product exists: GET /produits/:reference%s',
    async (page) => {
      const { carnet } = await aVendor();
      const other = await app().as((await aVendor()).claire);
      expect((await other.get(`/produits/${carnet.reference}${page}`)).status).toBe(404);
      for (const reference of ['0', '-1', '99999999999', '1e3', 'x', '2147483648']) {
        expect((await other.get(`/produits/${reference}${page}`)).status).toBe(404);
      }
    },
  );

  test.each([
    ['archivage', { archived: 'oui' }],
    ['duplication', { name: 'Copie', version: 'v1' }],
    ['option', { type: 'OPTION', core: '1', revision: '0' }],
    ['publication', { published: 'oui' }],
    ['responsable', { responsible: 'x', revision: '0' }],
  ])('Nobody learns that another company’s product exists: POST /produits/:reference/%s', async (act, fields) => {
    const { carnet } = await aVendor();
    const other = await app().as((await aVendor()).claire);
    for (const sent of [fields, {}]) {
      expect((await other.post(`/produits/${carnet.reference}/${act}`, sent)).status).toBe(404);
    }
  });
});

describe('The page of the strategy', () => {
  test('While there is none, what it is and where it starts', async () => {
    const { agent } = await aVendor();
    const page = (await agent.get('/strategie-globale')).text;
    expect(textOf(page)).toContain('actions transverses');
    expect(page).toContain('href="/strategie-globale/nouvelle/identification"');
    expect(await htmlProblems(page)).toEqual([]);
  });

  test('What it is, its démarche to start, who accesses it', async () => {
    const { company, claire, agent } = await aVendor();
    const strategy = await aStrategy('Édicare').of(company).ledBy(claire).inside(app());
    const page = (await agent.get('/strategie-globale')).text;
    const text = textOf(page).replaceAll('\u00a0', ' ');
    expect(await htmlProblems(page)).toEqual([]);
    expect(typographyProblems(page)).toEqual([]);
    expect(text).toContain('Édicare · Claire Lefèvre');
    expect(text).toContain('Hugo Martin');
    expect(text).toContain('1 réponse, modifiée le 20 novembre 2026');
    expect(page).toContain(`action="/parcours/doctrine/${SOCLES}/ajouter"`);
    expect(
      (await agent.post(`/parcours/doctrine/${SOCLES}/ajouter`, { product: String(strategy.reference) })).status,
    ).toBe(303);
    expect((await agent.get('/strategie-globale')).text).toContain(
      `href="/parcours/doctrine/${SOCLES}/${strategy.reference}"`,
    );
  });

  test('A5: it is a right apart', async () => {
    const { company, claire, hugo } = await aVendor();
    await aStrategy().of(company).ledBy(claire).inside(app());
    expect((await (await app().as(hugo)).get('/strategie-globale')).status).toBe(200);
    const nina = await app().as(await aPerson().of(company).under(hugo).inside(app()));
    expect((await nina.get('/strategie-globale')).status).toBe(403);
  });
});
