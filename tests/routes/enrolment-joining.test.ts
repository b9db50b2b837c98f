import { describe, expect, test } from 'vitest';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aStrategy, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();
const SOCLES = '/parcours/doctrine/evaluation-et-projection-socles';
const JOIN = `${SOCLES}/ajouter`;

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const carnet = await aProduct('Carnet').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  const agenda = await aProduct('Agenda').of(company).ledBy(claire).versioned('v2').inside(app());
  return { company, claire, carnet, agenda, agent: await app().as(claire) };
}

const joined = (subjectId: string) => app().deps.prisma.enrolment.count({ where: { subjectId } });
const events = (reference: number, action: string) =>
  app().deps.prisma.auditEvent.count({ where: { target: String(reference), action } });

describe('P4: a product joins a démarche from the démarche’s page', () => {
  test('P4: an existing product, or a new one, is offered; what joined, and what is archived, is not', async () => {
    const { company, claire, carnet, agent } = await aVendor();
    await anEnrolment(carnet, 'evaluation-et-projection-socles').inside(app());
    await aProduct('Ancien').of(company).ledBy(claire).archived().inside(app());
    expect((await agent.get(SOCLES)).text).toContain(`href="${JOIN}"`);
    const page = (await agent.get(JOIN)).text;
    const text = textOf(page);
    expect(text).toContain('Ajouter un produit à la démarche');
    expect(text).toContain('Agenda – v2');
    expect(text).not.toContain('Carnet');
    expect(text).not.toContain('Ancien');
    expect(page).toContain(
      'href="/produits/nouveau/identification?demarche=doctrine%2Fevaluation-et-projection-socles"',
    );
  });

  test('P4: joining leads to the subject’s page, says so once, and is recorded', async () => {
    const { carnet, agent } = await aVendor();
    const answer = await agent.post(JOIN, { product: String(carnet.reference) });
    expect(answer.headers.location).toBe(`${SOCLES}/${carnet.reference}`);
    const page = textOf((await agent.get(`${SOCLES}/${carnet.reference}`)).text);
    expect(page).toContain(
      `Carnet – v1.0 – ${carnet.reference}\u00a0: Évaluation et projection socles`.replaceAll('\u00a0', ' '),
    );
    expect(page).toContain('rejoint la démarche');
    expect(await events(carnet.reference, 'subject.enrolled')).toBe(1);
  });

  test('P4: a double click joins once', async () => {
    const { carnet, agent } = await aVendor();
    await agent.get(JOIN);
    const answers = await Promise.all([1, 2].map(() => agent.post(JOIN, { product: String(carnet.reference) })));
    expect(answers.map(({ headers }) => headers.location)).toEqual(Array(2).fill(`${SOCLES}/${carnet.reference}`));
    expect(await joined(carnet.id)).toBe(1);
    expect(await events(carnet.reference, 'subject.enrolled')).toBe(1);
  });

  test('P4: nothing chosen is said at the list, which comes back', async () => {
    const { agent } = await aVendor();
    const answer = await agent.post(JOIN);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#champ-product"');
    expect(answer.text).toContain('id="champ-product"');
    expect(textOf(answer.text)).toContain('Choisissez un produit.');
  });

  test.each(['0', '-1', '99999999999', 'abc', '1 OR 1=1'])('P4: « %s » is no product', async (product) => {
    const { agent } = await aVendor();
    expect((await agent.post(JOIN, { product })).status).toBe(404);
  });

  test('P4, A6: another company’s product, or one that is not accessed, is not found, and nothing is written', async () => {
    const { company, claire, carnet } = await aVendor();
    const other = await aVendor();
    const colleague = await aPerson().of(company).under(claire).inside(app());
    for (const agent of [other.agent, await app().as(colleague)]) {
      expect((await agent.post(JOIN, { product: String(carnet.reference) })).status).toBe(404);
      expect(textOf((await agent.get(JOIN)).text)).not.toContain(`Référence ${carnet.reference} `);
    }
    expect(await joined(carnet.id)).toBe(0);
  });

  test('A5: whoever accesses a product may add it', async () => {
    const { company, claire, carnet } = await aVendor();
    const colleague = await aPerson().of(company).under(claire).accessing(carnet).inside(app());
    const agent = await app().as(colleague);
    expect(textOf((await agent.get(JOIN)).text)).not.toContain('Agenda');
    expect((await agent.post(JOIN, { product: String(carnet.reference) })).status).toBe(303);
  });

  test('P6: an archived product does not join, and why is said', async () => {
    const { company, claire, agent } = await aVendor();
    const old = await aProduct('Ancien').of(company).ledBy(claire).archived().inside(app());
    const answer = await agent.post(JOIN, { product: String(old.reference) });
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('Ce produit est archivé');
    expect(await joined(old.id)).toBe(0);
  });

  test('P4: a démarche that takes nobody in offers nothing, says why, and refuses', async () => {
    const { carnet, agent } = await aVendor();
    const guided = '/parcours/mon-espace-sante/referencement-guide';
    const page = await agent.get(guided);
    expect(page.text).not.toContain(`${guided}/ajouter`);
    expect(textOf(page.text)).toContain('Cette démarche commence par « Fiche administrative » et « Convention »');
    expect(textOf((await agent.get(`${guided}/ajouter`)).text)).toContain('Cette démarche commence par');
    const answer = await agent.post(`${guided}/ajouter`, { product: String(carnet.reference) });
    expect(answer.status).toBe(422);
    expect(await joined(carnet.id)).toBe(0);
  });

  test('P8: what may join is searched by reference, name or responsible, and paged', async () => {
    const { company, claire, agenda, agent } = await aVendor();
    for (let n = 1; n <= 20; n += 1) await aProduct(`Zeta ${n}`).of(company).ledBy(claire).inside(app());
    expect(textOf((await agent.get(JOIN)).text)).toContain('20 produits sur 22');
    expect(textOf((await agent.get(`${JOIN}?page=99`)).text)).toContain('2 produits sur 22');
    for (const search of ['agen', String(agenda.reference), 'roux agenda']) {
      const text = textOf((await agent.get(`${JOIN}?q=${encodeURIComponent(search)}`)).text);
      expect([search, text.includes('Agenda – v2'), text.includes('Zeta 1')]).toEqual([search, true, false]);
    }
    expect(textOf((await agent.get(`${JOIN}?q=zzz`)).text)).toContain(
      'Aucun produit à ajouter ne correspond à « zzz »',
    );
  });
});

describe('the strategy’s card', () => {
  test('« Démarrer » opens the wizard while there is no strategy', async () => {
    const { agent } = await aVendor();
    const page = (await agent.get(SOCLES)).text;
    expect(page).toContain(
      'href="/strategie-globale/nouvelle/identification?demarche=doctrine%2Fevaluation-et-projection-socles"',
    );
    expect(textOf(page)).toContain('Stratégie globale');
  });

  test('« Démarrer » enrols the one that exists, and its card then shows where it is', async () => {
    const { company, claire, agent } = await aVendor();
    const strategy = await aStrategy('Edicare').of(company).ledBy(claire).inside(app());
    expect((await agent.get(SOCLES)).text).toContain(`name="product" value="${strategy.reference}"`);
    const answer = await agent.post(JOIN, { product: String(strategy.reference) });
    expect(answer.headers.location).toBe(`${SOCLES}/${strategy.reference}`);
    const text = textOf((await agent.get(SOCLES)).text);
    expect(text).toContain(`Edicare Référence : ${strategy.reference} · Responsable : Claire Roux À compléter`);
    expect(text).toContain('Évaluation Politique globale 0/3 critères renseignés');
    expect(textOf((await agent.get(answer.headers.location ?? '')).text)).toContain(
      'Stratégie globale : Évaluation et projection socles',
    );
  });

  test('A5: it is not there for who has no access to the strategy, nor in a démarche that is not its own', async () => {
    const { company, claire, agent } = await aVendor();
    const strategy = await aStrategy('Edicare').of(company).ledBy(claire).inside(app());
    const colleague = await app().as(await aPerson().of(company).under(claire).inside(app()));
    expect((await colleague.get(SOCLES)).text).not.toContain('id="strategie"');
    expect((await colleague.post(JOIN, { product: String(strategy.reference) })).status).toBe(404);
    expect((await agent.get('/parcours/doctrine/telesoin')).text).not.toContain('id="strategie"');
    const refused = await agent.post('/parcours/doctrine/telesoin/ajouter', { product: String(strategy.reference) });
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('Cette démarche ne s’adresse pas à la stratégie globale.');
  });
});

describe('every page where a démarche is joined or left', () => {
  test('is good HTML, good French, and costs six queries at most, in an empty account and in a full one', async () => {
    const { carnet, agent } = await aVendor();
    const nobody = await app().as(
      await aResponsible()
        .of(await aCompany().inside(app()))
        .inside(app()),
    );
    await anEnrolment(carnet, 'evaluation-et-projection-socles').inside(app());
    const place = `${SOCLES}/${carnet.reference}`;
    const pages = [
      [agent, SOCLES],
      [agent, `${SOCLES}?q=zzz`],
      [agent, JOIN],
      [agent, `${JOIN}?q=zzz`],
      [agent, place],
      [agent, `${place}/retrait`],
      [nobody, SOCLES],
      [nobody, JOIN],
    ] as const;
    for (const [who, path] of pages) {
      const { result, queries } = await countQueries(app().deps.database, () => who.get(path));
      expect([path, result.status, queries.length <= 6 ? 'few' : queries]).toEqual([path, 200, 'few']);
      expect([path, await htmlProblems(result.text), typographyProblems(result.text)]).toEqual([path, [], []]);
    }
  });
});
