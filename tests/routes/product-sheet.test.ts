import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';

async function download(agent: Agent, reference: number): Promise<{ name: string; book: ExcelJS.Workbook }> {
  const answer = await agent.raw('get', `/produits/${reference}/fiche`).buffer(true).responseType('arraybuffer');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.body);
  const header = answer.headers['content-disposition'] ?? '';
  return { name: decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(header)?.[1] ?? header), book };
}

function rowsOf(book: ExcelJS.Workbook, name: string): readonly (readonly unknown[])[] {
  const rows: unknown[][] = [];
  const sheet = book.getWorksheet(name);
  sheet?.eachRow((row) => {
    rows.push(Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1).value));
  });
  return rows;
}

describe('P10: « Exporter la fiche produit »', () => {
  test('P10: identification, qualification and démarches, each value of its type, no formula from what was typed', async () => {
    const company = await aCompany().inside(app());
    const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
    const carnet = await aProduct('=1+1')
      .of(company)
      .ledBy(claire)
      .versioned('@v1')
      .qualified(guideQualification)
      .inside(app());
    await anEnrolment(carnet, SOCLES).inside(app());
    const answers = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 3);
    await aResponse(carnet, 'urbanisation').answering(answers).validatedBy(claire).inside(app());
    const { name, book } = await download(await app().as(claire), carnet.reference);
    expect(name).toBe(`Convergence - =1+1 – @v1 – ${carnet.reference} - Fiche produit - 2026-11-20.xlsx`);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Identification', 'Qualification', 'Démarches']);

    const facts = Object.fromEntries(rowsOf(book, 'Identification').map(([label, value]) => [label, value]));
    expect(facts).toMatchObject({
      Référence: carnet.reference,
      'Nom du produit': "'=1+1",
      Version: "'@v1",
      'Type de produit': 'Socle',
      NIL: null,
      Responsable: 'Claire Roux',
      'Ajouté le': new Date('2026-11-20T00:00:00Z'),
      'Publié dans l’Observatoire': 'Non',
    });

    const [head, ...questions] = rowsOf(book, 'Qualification');
    expect(head).toEqual(['Numéro', 'Question', 'Réponse']);
    expect(questions).toHaveLength(20);
    expect(questions[0]?.[0]).toBe(1);
    expect(
      questions.every(
        ([number, question, answer]) =>
          typeof number === 'number' && typeof question === 'string' && typeof answer === 'string',
      ),
    ).toBe(true);

    const [columns, urbanisation, interoperabilite] = rowsOf(book, 'Démarches').map((row) => row.map(unbound));
    expect(columns?.slice(0, 5)).toEqual([
      'Parcours',
      'Démarche',
      'État de la démarche',
      'Questionnaires terminés',
      'Questionnaires demandés',
    ]);
    expect(urbanisation).toEqual([
      'Doctrine du Numérique en Santé',
      'Évaluation et projection socles',
      'En cours',
      1,
      6,
      expect.stringContaining('Urbanisation'),
      'Évaluation',
      'Terminé',
      6,
      6,
      'Oui',
      new Date('2026-11-20T00:00:00Z'),
    ]);
    expect(interoperabilite?.slice(6)).toEqual(['Évaluation', 'À compléter', 0, 7, null, null]);

    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
      expect(sheet.columns.every(({ width = 0 }) => width >= 10)).toBe(true);
    }
    expect(book.getWorksheet('Identification')?.getCell('B12').numFmt).toBe('dd/mm/yyyy');
  });

  test('P10: of an option, its core product, to who sees it alone; of what joined nothing, no démarche', async () => {
    const company = await aCompany().inside(app());
    const claire = await aResponsible().of(company).inside(app());
    const carnet = await aProduct('Carnet').of(company).ledBy(claire).inside(app());
    const module = await aProduct('Module').of(company).ledBy(claire).optionOf(carnet).inside(app());
    const nina = await aPerson().of(company).under(claire).accessing(module).inside(app());
    const coreIn = async (agent: Agent) =>
      rowsOf((await download(agent, module.reference)).book, 'Identification').find(
        ([label]) => label === 'Produit socle',
      );
    expect(await coreIn(await app().as(claire))).toEqual(['Produit socle', `Carnet – v1.0 – ${carnet.reference}`]);
    expect(await coreIn(await app().as(nina))).toEqual(['Produit socle', null]);
    expect(rowsOf((await download(await app().as(nina), module.reference)).book, 'Démarches')).toHaveLength(1);
  });
});

function unbound(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u00a0', ' ') : value;
}
