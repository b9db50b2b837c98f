import { describe, expect, test } from 'vitest';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aStrategy, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Lefèvre').inside(app());
  const hugo = await aPerson().of(company).under(claire).named('Hugo', 'Martin').inside(app());
  const carnet = await aProduct('Carnet de suivi')
    .of(company)
    .ledBy(claire)
    .qualified(guideQualification)
    .inside(app());
  const tele = await aProduct('Télésuivi').of(company).ledBy(hugo).versioned('v2').optionOf(carnet).inside(app());
  const ancien = await aProduct('Ancien portail').of(company).ledBy(claire).archived().published().inside(app());
  await aStrategy().of(company).ledBy(claire).inside(app());
  return { company, claire, hugo, carnet, tele, ancien, agent: await app().as(claire) };
}

/** The products of the page, in order. */
const namesIn = (html: string) => [...html.matchAll(/<a href="\/produits\/\d+">([^<]+)<\/a>/g)].map(([, name]) => name);

describe('P8: « Votre catalogue produits »', () => {
  test('P8, P6: what one accesses, archived ones on demand only; a page that reads well', async () => {
    const { agent, tele, hugo, company } = await aVendor();
    const page = (await agent.get('/produits')).text;
    expect(namesIn(page)).toEqual(['Carnet de suivi', 'Télésuivi']);
    expect(textOf(page)).toContain('Votre catalogue produits');
    // None of its filters is asked for: saying so of each only lengthens it.
    expect(textOf(page)).not.toContain('facultatif');
    expect(await htmlProblems(page)).toEqual([]);
    expect(typographyProblems(page)).toEqual([]);
    expect(namesIn((await agent.get('/produits?archives=seuls')).text)).toEqual(['Ancien portail']);
    expect(namesIn((await agent.get('/produits?archives=avec')).text)).toHaveLength(3);

    const nina = await aPerson().of(company).under(hugo).accessing(tele).inside(app());
    expect(namesIn((await (await app().as(nina)).get('/produits?archives=avec')).text)).toEqual(['Télésuivi']);
  });

  test('P8: found by reference, name or responsible, whatever the case and the accents', async () => {
    const { agent, carnet } = await aVendor();
    const found = async (query: string) => namesIn((await agent.get(`/produits?q=${encodeURIComponent(query)}`)).text);
    expect(await found(String(carnet.reference))).toEqual(['Carnet de suivi']);
    expect(await found('TELE')).toEqual(['Télésuivi']);
    expect(await found('lefevre')).toEqual(['Carnet de suivi']);
    expect(await found('suivi lefèvre')).toEqual(['Carnet de suivi']);
    expect(await found('rien de tel')).toEqual([]);
    expect(textOf((await agent.get('/produits?q=zzz')).text)).toContain('Aucun produit ne correspond à');
  });

  test('P8: narrowed by type, démarche and state', async () => {
    const { agent, carnet } = await aVendor();
    await anEnrolment(carnet, 'telesoin').inside(app());
    const kept = async (query: string) => namesIn((await agent.get(`/produits?${query}`)).text);
    expect(await kept('type=option')).toEqual(['Télésuivi']);
    expect(await kept('type=socle')).toEqual(['Carnet de suivi']);
    expect(await kept('demarche=telesoin')).toEqual(['Carnet de suivi']);
    expect(await kept('demarche=teleexpertise')).toEqual([]);
    expect(await kept('etat=a-completer')).toEqual(['Carnet de suivi']);
    expect(await kept('etat=termine')).toEqual([]);
    expect(await kept('etat=aucune')).toEqual(['Télésuivi']);
    expect(await kept('demarche=inconnue&type=?&etat=x')).toHaveLength(2);
  });

  test('P8: sorted by each column, both ways, the sort and the filters kept from page to page', async () => {
    const { agent, carnet, tele } = await aVendor();
    await anEnrolment(carnet, 'telesoin').inside(app());
    const order = async (sort: string) => namesIn((await agent.get(`/produits?tri=${sort}`)).text);
    const [first, second] = ['Carnet de suivi', 'Télésuivi'];
    expect(carnet.reference).toBeLessThan(tele.reference);
    for (const sort of ['reference', 'produit', 'version', 'type', 'responsable', '-demarches']) {
      expect([sort, await order(sort)]).toEqual([sort, [first, second]]);
      const other = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
      expect([other, await order(other)]).toEqual([other, [second, first]]);
    }
  });

  test('P8: 20 a page', async () => {
    const company = await aCompany().inside(app());
    const claire = await aResponsible().of(company).inside(app());
    for (let n = 1; n <= 21; n += 1) await aProduct(`Produit ${n}`).of(company).ledBy(claire).inside(app());
    const agent = await app().as(claire);
    expect(namesIn((await agent.get('/produits')).text)).toHaveLength(20);
    const last = (await agent.get('/produits?page=2&type=socle')).text;
    expect(namesIn(last)).toEqual(['Produit 21']);
    expect(last).toContain('type=socle&amp;tri=produit');
  });

  test('P8: an empty catalogue says what to do next; one with archived products only says where they are', async () => {
    const company = await aCompany().inside(app());
    const claire = await aResponsible().of(company).inside(app());
    const agent = await app().as(claire);
    const empty = (await agent.get('/produits')).text;
    expect(textOf(empty)).toContain('Votre catalogue est vide');
    expect(empty).toContain('href="/produits/nouveau/identification"');
    expect(await htmlProblems(empty)).toEqual([]);
    await aProduct('Ancien').of(company).ledBy(claire).archived().inside(app());
    expect((await agent.get('/produits')).text).toContain('href="/produits?archives=seuls"');
  });

  test('P6, P9: only the acts that one may do are offered on each product', async () => {
    const { company, hugo, carnet, agent } = await aVendor();
    const all = (await agent.get('/produits?archives=avec')).text;
    expect(all.match(/archivage\?retour=catalogue/g)).toHaveLength(3);
    expect(all.match(/\/publication/g)).toHaveLength(3);
    const nina = await aPerson().of(company).under(hugo).accessing(carnet).inside(app());
    const hers = (await (await app().as(nina)).get('/produits')).text;
    expect(hers).toContain('/duplication');
    expect(hers).not.toContain('/archivage');
    expect(hers).not.toContain('/publication');
  });

  test('P8: 500 products of one company cost two queries, however they are searched and sorted', async () => {
    const company = await aCompany().inside(app());
    const claire = await aResponsible().of(company).inside(app());
    const { prisma } = app().deps;
    await prisma.subject.createMany({
      data: Array.from({ length: 500 }, (_, n) => ({
        companyId: company.id,
        kind: 'PRODUCT' as const,
        name: `Produit ${n}`,
        responsibleId: claire.id,
      })),
    });
    const rows = await prisma.subject.findMany({ where: { companyId: company.id }, select: { id: true } });
    await prisma.product.createMany({
      data: rows.map(({ id }) => ({ subjectId: id, version: 'v1', type: 'CORE' as const, description: 'Essai' })),
    });
    await prisma.enrolment.createMany({
      data: rows.flatMap(({ id }) =>
        ['telesoin', 'teleexpertise', 'teleconsultation'].map((demarche) => ({
          subjectId: id,
          demarche,
          createdBy: 'Claire',
        })),
      ),
    });
    const agent = await app().as(claire);
    const { result, queries } = await countQueries(app().deps.database, () =>
      agent.get('/produits?q=produit%204&tri=-demarches'),
    );
    expect(namesIn(result.text)).toHaveLength(20);
    expect(textOf(result.text).replaceAll('\u00a0', ' ')).toMatch(/20 produits sur \d+/);
    expect(queries).toHaveLength(2);
  });
});
