import { describe, expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { cellOf, download, sheetIn } from '../support/workbook.ts';

const app = useApp();
const socles = 'evaluation-et-projection-socles';

/** The guide's product, and its Sécurité: nine axes. */
async function theProduct(name = 'Careoptim') {
  const vendor = await aVendor(app());
  const product = await aProduct(name)
    .of(vendor.company)
    .ledBy(vendor.claire)
    .qualified(guideQualification)
    .inside(app());
  await anEnrolment(product, socles).inside(app());
  const page = `/parcours/doctrine/${socles}/${product.reference}/questionnaires/securite`;
  const answers = everyCriterion(app(), product, socles, 'securite', 2);
  return { ...vendor, product, page, answers, codes: Object.keys(answers), agent: await app().as(vendor.claire) };
}

describe('Q9: one questionnaire as a workbook', () => {
  test('is typed, framed and explained: a sheet to fill in, its levels, its results, its history', async () => {
    const { claire, product, page, answers, codes, agent } = await theProduct();
    const [first = '', second = '', third = ''] = codes;
    await aResponse(product, 'securite').answering(answers).validatedBy(claire).inside(app());
    await aResponse(product, 'securite')
      .answering({ ...answers, [first]: 3, [second]: 'na' }, { [first]: '=1+1', [third]: 'Sur deux\nlignes' })
      .draftedBy(claire)
      .inside(app());
    const { file, sheets, rows, book } = await download(agent, `${page}/telecharger`);
    expect(file).toBe(`Convergence - Careoptim – v1.0 – ${product.reference} - Sécurité - 2026-11-20.xlsx`);
    expect(sheets).toEqual(['Lisez-moi', 'Réponses', 'Niveaux', 'Synthèse', 'Historique']);

    const read = rows('Réponses');
    expect(read.map(({ Code }) => Code)).toEqual(codes);
    expect(read[0]).toMatchObject({ Réponse: 'Niveau\u00a03', Commentaire: "'=1+1", 'Répondu par': 'Claire Roux' });
    expect(read[0]?.['Libellé choisi']).toBe(levelText(first, 3));
    expect(read[0]?.['Répondu le']).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect(read[1]).toMatchObject({ Réponse: 'N/A' });
    expect(read[2]).toMatchObject({ Réponse: 'Niveau\u00a02', Commentaire: 'Sur deux\nlignes' });

    const sheet = sheetIn(book, 'Réponses');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toMatch(/^A1:/);
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    expect(cellOf(sheet, first, 'Réponse').dataValidation).toMatchObject({ type: 'list' });
    expect(sheet.getColumn(cellOf(sheet, first, 'Repère').col).hidden).toBe(true);
    expect(sheet.getColumn(cellOf(sheet, first, 'Commentaire').col).width).toBe(60);
    for (const one of book.worksheets)
      one.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    expect(sheetIn(book, 'Synthèse').getImages()).toHaveLength(1);
  });

  test('S1, S2: the summary says what the domain says, of the validated answers and of the draft', async () => {
    const { claire, product, page, answers, codes, agent } = await theProduct();
    const [first = ''] = codes;
    await aResponse(product, 'securite').answering(answers).validatedBy(claire).inside(app());
    await aResponse(product, 'securite')
      .answering({ ...answers, [first]: 0 })
      .draftedBy(claire)
      .inside(app());
    const { rows } = await download(agent, `${page}/telecharger`);
    const summary = rows('Synthèse');
    const line = (what: string, information: string) =>
      summary.find(({ Rubrique, Information }) => Rubrique === what && Information === information);
    expect(line('Objet', 'Produit')).toMatchObject({ Valeur: 'Careoptim – v1.0' });
    expect(line('Critères', 'Niveau\u00a02')).toMatchObject({ Valeur: 36, Brouillon: 35 });
    expect(line('Moyenne', 'Gouvernance SSI')).toMatchObject({ Valeur: 2, Recommandé: 2 });
    expect(line('Atteint', 'Doctrine du Numérique en Santé · Évaluation et projection socles')).toMatchObject({
      Brouillon: 'Non',
    });
    expect(rows('Historique')).toMatchObject([
      { Numéro: 1, 'Validée par': 'Claire Roux', 'Critères répondus': 36, 'Gouvernance SSI': 2 },
    ]);
  });

  test('S4: with nothing answered every answer is empty, and nothing is attained nor averaged', async () => {
    const { page, agent } = await theProduct();
    const { rows } = await download(agent, `${page}/telecharger`);
    for (const row of rows('Réponses')) {
      expect([row.Réponse, row['Libellé choisi'], row.Atteint, row.Commentaire]).toEqual([null, null, null, null]);
    }
    for (const { Valeur, Brouillon, Rubrique } of rows('Synthèse')) {
      if (Rubrique === 'Moyenne' || Rubrique === 'Atteint') expect([Valeur, Brouillon]).toEqual([null, null]);
    }
    expect(rows('Historique')).toEqual([]);
  });

  test('Q4: one past response is as it was frozen, whatever was validated or drafted since', async () => {
    const { claire, product, page, answers, codes, agent } = await theProduct();
    const [first = ''] = codes;
    await aResponse(product, 'securite')
      .answering({ ...answers, [first]: 1 })
      .validatedBy(claire)
      .inside(app());
    await aResponse(product, 'securite').answering(answers).validatedBy(claire).inside(app());
    const { file, sheets, rows, book } = await download(agent, `${page}/historique/1/telecharger`);
    expect(file).toContain('Sécurité - réponse 1 du 2026-11-20.xlsx');
    expect(sheets).toEqual(['Synthèse', 'Réponses']);
    expect(rows('Réponses')[0]).toMatchObject({ Code: first, Réponse: 'Niveau\u00a01' });
    expect(sheetIn(book, 'Synthèse').getImages()).toHaveLength(1);
    expect((await agent.get(`${page}/historique/9/telecharger`)).status).toBe(404);
    expect((await agent.get(`${page}/historique/1.0/telecharger`)).status).toBe(404);
  });

  test('another company’s is not found', async () => {
    const { page } = await theProduct();
    const { claire: stranger } = await aVendor(app());
    const agent = await app().as(stranger);
    expect((await agent.get(`${page}/telecharger`)).status).toBe(404);
    expect((await agent.get(`${page}/historique/1/telecharger`)).status).toBe(404);
  });
});

function levelText(code: string, level: 0 | 1 | 2 | 3): string {
  const criterion = app()
    .deps.referential.scope(socles, 'securite')
    ?.criteria.find((one) => one.criterion.code === code)?.criterion;
  return criterion?.kind === 'maturity' ? criterion.levels[level] : '';
}
