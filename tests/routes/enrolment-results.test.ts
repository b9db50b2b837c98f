import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';

async function aVendor(name = 'Careoptim') {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const carnet = await aProduct(name).of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(carnet, SOCLES).inside(app());
  return { claire, carnet, agent: await app().as(claire), path: `/parcours/doctrine/${SOCLES}/${carnet.reference}` };
}

type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

/** Each sheet's rows by the words of their columns. */
async function download(agent: Agent, path: string) {
  const answer = await agent.raw('get', `${path}/telecharger`).buffer(true).responseType('arraybuffer');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.body);
  const rowsOf = (sheet: ExcelJS.Worksheet): readonly Cells[] => {
    const headers = sheet.getRow(1).values;
    const names = Array.isArray(headers) ? headers : [];
    return (sheet.getRows(2, sheet.rowCount - 1) ?? []).map((row) =>
      Object.fromEntries(
        names.flatMap((name, column) =>
          column === 0 ? [] : [[String(name).replaceAll('\u00a0', ' '), row.getCell(column).value]],
        ),
      ),
    );
  };
  return {
    status: answer.status,
    file: decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(answer.headers['content-disposition'] ?? '')?.[1] ?? ''),
    sheets: book.worksheets.map(({ name }) => name),
    rows: (name: string): readonly Cells[] => {
      const sheet = book.getWorksheet(name);
      if (!sheet) throw new Error(name);
      return rowsOf(sheet);
    },
    book,
  };
}

describe('Q9: « Télécharger les résultats » of a whole démarche', () => {
  test('with nothing validated the page says so rather than offer it, and the address explains', async () => {
    const { claire, carnet, agent, path } = await aVendor();
    await aResponse(carnet, 'urbanisation').answering({ 'A08.7.2': 3 }).draftedBy(claire).inside(app());
    for (const page of [path, `/parcours/doctrine/${SOCLES}`]) {
      const { text } = await agent.get(page);
      expect(text).not.toContain('/telecharger');
      expect(textOf(text)).toContain('Les résultats se téléchargent dès qu’un questionnaire est validé.');
    }
    const answer = await agent.get(`${path}/telecharger`);
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('Aucun questionnaire de cette démarche n’est encore validé');
  });

  test('a summary, then a sheet for each questionnaire, of the last validated answers, whatever the draft says', async () => {
    const { claire, carnet, agent, path } = await aVendor();
    const answers = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 3);
    const [first = '', second = ''] = Object.keys(answers);
    await aResponse(carnet, 'urbanisation').answering(answers).validatedBy(claire).inside(app());
    await aResponse(carnet, 'urbanisation')
      .answering({ ...answers, [first]: 0, [second]: 'na' }, { [first]: '=HYPERLINK("http://exemple.fr")' })
      .validatedBy(claire)
      .inside(app());
    await aResponse(carnet, 'urbanisation')
      .answering({ [first]: 2 })
      .draftedBy(claire)
      .inside(app());
    expect(await page(agent, path)).toContain(`href="${path}/telecharger"`);
    const { file, sheets, rows } = await download(agent, path);
    expect(file).toBe(
      `Convergence - Careoptim – v1.0 – ${carnet.reference} - Évaluation et projection socles - 2026-11-20.xlsx`,
    );
    expect(sheets).toEqual(['Synthèse', 'Urbanisation', 'Interopérabilité', 'Sécurité']);

    const urbanisation = rows('Urbanisation');
    expect(urbanisation.map(({ Code }) => Code)).toEqual(Object.keys(answers));
    expect(urbanisation[0]).toMatchObject({
      Réponse: 'Niveau\u00a00',
      // A text, not a formula.
      Commentaire: '\'=HYPERLINK("http://exemple.fr")',
    });
    expect(urbanisation[1]).toMatchObject({ Réponse: 'N/A', Commentaire: null });
    expect(String(urbanisation[0]?.Section)).toMatch(/^A\d\d .+/);
    expect(urbanisation.map((row) => row.Nature)).toContain('Obligation');

    for (const header of ['Libellé choisi', 'Produit option', 'Preuves'])
      expect(urbanisation[0]).toHaveProperty(header);
    expect(urbanisation[0]?.['Libellé choisi']).not.toBeNull();

    const [summary, ...others] = rows('Synthèse');
    expect(summary).toMatchObject({
      Référence: carnet.reference,
      Produit: 'Careoptim – v1.0',
      Démarche: 'Évaluation et projection socles',
      Date: new Date('2026-11-20T00:00:00Z'),
      Questionnaire: 'Urbanisation',
      Étape: 'Évaluation',
      'État des réponses validées': 'Terminé',
      'Critères renseignés': 6,
      'Critères applicables': 6,
      Atteint: 'Non',
      'Validé le': new Date('2026-11-20T00:00:00Z'),
      'Validé par': 'Claire Roux',
      Moyenne: null,
    });
    expect(others.filter(({ Questionnaire, Étape }) => Questionnaire === 'Sécurité' && Étape === 'Évaluation')).toEqual(
      [expect.objectContaining({ 'État des réponses validées': 'À compléter', Atteint: null, 'Validé le': null })],
    );
  });

  test('S4: what is unanswered is empty, in answers and in verdicts', async () => {
    const { claire, carnet, agent, path } = await aVendor();
    const [first = '', ...others] = Object.keys(everyCriterion(app(), carnet, SOCLES, 'urbanisation', 3));
    await aResponse(carnet, 'urbanisation')
      .answering({ [first]: 3 })
      .validatedBy(claire)
      .inside(app());
    const { rows } = await download(agent, path);
    const unanswered = rows('Urbanisation').filter(({ Code }) => Code !== first);
    expect(unanswered.map(({ Code, Réponse, Atteint }) => [Code, Réponse, Atteint])).toEqual(
      others.map((code) => [code, null, null]),
    );
    for (const sheet of ['Interopérabilité', 'Sécurité']) {
      expect(
        rows(sheet).every(
          ({ Réponse, Atteint, Commentaire }) => Réponse === null && Atteint === null && Commentaire === null,
        ),
      ).toBe(true);
    }
  });

  test('S1: means by axis are numbers of one decimal, never rounded up', async () => {
    const { claire, carnet, agent, path } = await aVendor();
    const { referential } = app().deps;
    const answers = everyCriterion(app(), carnet, SOCLES, 'securite', 3);
    const criteria = referential.scope(SOCLES, 'securite')?.criteria ?? [];
    const ofAxis = criteria.filter(
      ({ axis, nature, criterion }) => axis === 'conception' && nature === 'MANDATORY' && criterion.code in answers,
    );
    const [lowered] = ofAxis;
    await aResponse(carnet, 'securite')
      .answering({ ...answers, [lowered?.criterion.code ?? '']: 2 })
      .validatedBy(claire)
      .inside(app());
    const { rows, book } = await download(agent, path);
    const mean = rows('Synthèse').find(({ Axe }) => Axe === 'Conception sécurisée');
    const exact = (3 * ofAxis.length - 1) / ofAxis.length;
    expect(ofAxis.length).toBeGreaterThan(5);
    expect(mean).toMatchObject({ Moyenne: Math.floor(exact * 10) / 10, 'Niveau atteint': 2, Étape: 'Évaluation' });
    expect(book.getWorksheet('Synthèse')?.getColumn(15).numFmt).toBe('0.0');
    // The radar of what was validated, and of nothing else
    expect(book.getWorksheet('Synthèse')?.getImages()).toHaveLength(1);
  });

  test('J5: a validated projection has its sheet, with a date for each level', async () => {
    const { claire, carnet, agent, path } = await aVendor();
    const answers = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 1);
    const [first = ''] = Object.keys(answers);
    await aResponse(carnet, 'urbanisation').answering(answers).validatedBy(claire).inside(app());
    await aResponse(carnet, 'urbanisation')
      .planning({ [first]: { months: { 2: '2027-03', 3: '2028-01' }, notApplicable: false, comment: 'Avec la v2' } })
      .validatedBy(claire)
      .inside(app());
    const { sheets, rows } = await download(agent, path);
    expect(sheets).toEqual(['Synthèse', 'Urbanisation', 'Interopérabilité', 'Sécurité', 'Projection Urbanisation']);
    expect(rows('Projection Urbanisation')[0]).toMatchObject({
      Code: first,
      'Niveau validé': 'Niveau\u00a01, orange, faible',
      'Niveau 1 prévu': null,
      'Niveau 2 prévu': new Date('2027-03-01T00:00:00Z'),
      'Niveau 3 prévu': new Date('2028-01-01T00:00:00Z'),
      Commentaire: 'Avec la v2',
    });
  });

  test('a product’s name is no formula, and no path', async () => {
    const { claire, carnet, agent, path } = await aVendor('=1+1/../x');
    const answers = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 3);
    await aResponse(carnet, 'urbanisation').answering(answers).validatedBy(claire).inside(app());
    const { file, rows } = await download(agent, path);
    expect(file).toContain('Convergence - =1+1 .. x – v1.0');
    expect(rows('Synthèse')[0]?.Produit).toBe("'=1+1/../x – v1.0");
  });
});

async function page(agent: Agent, path: string): Promise<string> {
  return (await agent.get(path)).text;
}
