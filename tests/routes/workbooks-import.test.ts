import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aPerson } from '../builders/people.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';
import { cellOf, download, opened, saved, sheetIn } from '../support/workbook.ts';

const app = useApp();
const socles = 'evaluation-et-projection-socles';

/** The guide's product, whose Urbanisation is drafted at level 1; and its workbook. */
async function theProduct() {
  const vendor = await aVendor(app());
  const product = await aProduct('Careoptim')
    .of(vendor.company)
    .ledBy(vendor.claire)
    .qualified(guideQualification)
    .inside(app());
  const option = await aProduct('Module, agenda')
    .of(vendor.company)
    .ledBy(vendor.claire)
    .optionOf(product)
    .inside(app());
  await anEnrolment(product, socles).inside(app());
  const page = `/parcours/doctrine/${socles}/${product.reference}/questionnaires/urbanisation`;
  const answers = everyCriterion(app(), product, socles, 'urbanisation', 1);
  const [first = '', second = '', third = ''] = Object.keys(answers);
  await aResponse(product, 'urbanisation')
    .answering({ ...answers, [second]: 'na' }, { [second]: '=SOMME(1;2)', [third]: 'Sur deux\nlignes' })
    .draftedBy(vendor.claire)
    .inside(app());
  const agent = await app().as(vendor.claire);
  const { content } = await download(agent, `${page}/telecharger`);
  const rows = () => app().deps.prisma.answer.findMany({ where: { response: { subjectId: product.id } } });
  return { ...vendor, product, option, page, first, second, third, agent, content, rows };
}

/** The workbook with some cells typed over, as a spreadsheet would save it. */
async function edited(
  content: Buffer,
  edit: (answers: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Buffer> {
  const book = await opened(content);
  edit(sheetIn(book, 'Réponses'), book);
  return saved(book);
}

const send = (agent: Agent, page: string, content: Buffer, name = 'reponses.xlsx') =>
  agent.post(`${page}/import`, {}, [{ field: 'classeur', name, content }]);

/** The fields of the page's form: those that are hidden, and the boxes that are ticked. */
function fieldsOf(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('name="action" value="brouillon"'));
  const inputs = [...form.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) => attributes);
  return Object.fromEntries(
    inputs
      .filter((input) => input.includes('type="hidden"') || / checked/.test(input))
      .map((input) => [attribute(input, 'name'), attribute(input, 'value')])
      .concat([['action', 'brouillon']]),
  );
}

function attribute(input: string, name: string): string {
  return (new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? '').replaceAll('&#34;', '"').replaceAll('&amp;', '&');
}

describe('Q9: a workbook filled in off line', () => {
  test('unchanged, proposes no change', async () => {
    const { agent, page, content } = await theProduct();
    for (const sent of [content, await edited(content, () => undefined)]) {
      const answer = await send(agent, page, sent);
      expect(answer.status).toBe(200);
      expect(textOf(answer.text)).toContain('Aucun changement');
    }
  });

  test('shows what it will change, then saves exactly that in the draft', async () => {
    const { agent, page, content, first, second, third, option, rows } = await theProduct();
    const before = await rows();
    const sent = await edited(content, (answers) => {
      cellOf(answers, first, 'Réponse').value = 3;
      cellOf(answers, first, 'Commentaire').value = 'Depuis mars, avec « l’agenda »\net plus';
      cellOf(answers, first, 'Produit option').value = `Module, agenda – v1.0 – ${option.reference}`;
      cellOf(answers, third, 'Réponse').value = null;
    });
    const preview = await send(agent, page, sent);
    const text = textOf(preview.text);
    expect(text).toContain('Ce qui changera : 2 réponses');
    expect(text).toContain('dépend de Module, agenda');
    expect(text).not.toContain('Modifié aussi');
    expect(await rows()).toEqual(before);
    const confirmed = await agent.post(page, fieldsOf(preview.text));
    expect([confirmed.status, confirmed.headers.location]).toEqual([303, page]);
    const after = new Map((await rows()).map((row) => [row.criterion, row]));
    expect(after.get(first)).toMatchObject({ level: 3, revision: 2, dependsOnOption: true, optionId: option.id });
    expect(after.get(first)?.comment).toBe('Depuis mars, avec « l’agenda »\net plus');
    expect(after.get(third)).toMatchObject({ level: null, notApplicable: false, comment: 'Sur deux\nlignes' });
    expect(after.get(second)).toEqual(before.find(({ criterion }) => criterion === second));
  });

  test('reads the levels in their words, rows and columns wherever they were moved, and no formula', async () => {
    const { agent, page, content, first, second, third } = await theProduct();
    const sent = await edited(content, (answers) => {
      cellOf(answers, first, 'Réponse').value = { formula: '1+1', result: 'niveau 2, jaune, moyen' };
      cellOf(answers, second, 'Réponse').value = { richText: [{ text: 'Niveau ' }, { text: '3' }] };
      cellOf(answers, third, 'Réponse').value = '  N/A ';
      answers.spliceColumns(3, 0, ['À moi']);
      const rows = (answers.getRows(2, answers.rowCount - 1) ?? []).map(({ values }) => values);
      for (const [index, values] of rows.toReversed().entries()) answers.getRow(index + 2).values = values;
      answers.getRow(3).hidden = true;
    });
    const { text } = await send(agent, page, sent);
    expect(textOf(text)).toContain('Ce qui changera : 3 réponses');
    expect(fieldsOf(text)).toMatchObject({
      [`niveau.${first}`]: '2',
      [`niveau.${second}`]: '3',
      [`niveau.${third}`]: 'na',
    });
  });

  test('changed on the platform too, both are shown, and the platform’s is kept unless the other is chosen', async () => {
    const { agent, page, content, first, second, rows, contributor, product } = await withColleague();
    const sent = await edited(content, (answers) => {
      cellOf(answers, first, 'Réponse').value = 'Niveau 3';
      cellOf(answers, second, 'Réponse').value = 'Niveau 2';
    });
    const colleague = await app().as(contributor);
    const saving = { critere: first, revision: '1', niveau: '0', commentaire: 'Vu en revue' };
    expect((await colleague.post(`${page}/enregistrement`, saving)).status).toBe(200);
    const preview = await send(agent, page, sent);
    const text = textOf(preview.text);
    expect(text).toContain('Ce qui changera : 1 réponse');
    expect(text).toContain('Modifié aussi sur la plateforme : 1 réponse');
    expect(text).toContain('« Vu en revue »');
    await agent.post(page, fieldsOf(preview.text));
    const levels = async () => new Map((await rows()).map(({ criterion, level }) => [criterion, level]));
    expect([(await levels()).get(first), (await levels()).get(second)]).toEqual([0, 2]);
    await agent.post(page, { ...fieldsOf(preview.text), [`etat.${first}`]: '2.' });
    expect((await levels()).get(first)).toBe(3);
    expect(product.id).not.toBe('');
  });

  test('sent again once it was imported, proposes nothing more', async () => {
    const { agent, page, content, first } = await theProduct();
    const sent = await edited(content, (answers) => {
      cellOf(answers, first, 'Réponse').value = 'Niveau 3';
    });
    await agent.post(page, fieldsOf((await send(agent, page, sent)).text));
    expect(textOf((await send(agent, page, sent)).text)).toContain('Aucun changement');
  });

  test.each([
    [
      'a level misspelt',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Réponse').value = 'Nivo 2'),
      'Réponses!E2',
    ],
    [
      'a date for a level',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Réponse').value = new Date()),
      'Réponses!E2',
    ],
    [
      'a level out of range',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Réponse').value = 4),
      'Réponses!E2',
    ],
    [
      'a broken formula',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Réponse').value = { error: '#N/A' }),
      'Réponses!E2',
    ],
    [
      'an unknown code',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Code').value = 'Z99'),
      'Réponses!B2',
    ],
    [
      'no code',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Code').value = null),
      'Réponses!B2',
    ],
    [
      'a mark written over',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Repère').value = 'x'),
      'Réponses!Q2',
    ],
    [
      'a comment too long',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Commentaire').value = 'a'.repeat(5001)),
      'Réponses!J2',
    ],
    [
      'an option product that is not one',
      (answers: ExcelJS.Worksheet, code: string) => (cellOf(answers, code, 'Produit option').value = 'Autre – 1'),
      'Réponses!L2',
    ],
  ])('names the cell of %s', async (_, edit, cell) => {
    const { agent, page, content, first } = await theProduct();
    const answer = await send(agent, page, await edited(content, (answers) => edit(answers, first)));
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain(`${cell} :`);
  });
});

/** The same, with a contributor who answers too. */
async function withColleague() {
  const known = await theProduct();
  const contributor = await aPerson().of(known.company).under(known.claire).accessing(known.product).inside(app());
  return { ...known, contributor };
}
