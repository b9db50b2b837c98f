import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflateRaw } from 'node:zlib';
import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { archiveOf, partsOf } from '../../src/workbooks/import/archive.ts';
import { aVendor } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aPerson } from '../builders/people.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';
import { cellOf, download, opened, saved, sheetIn } from '../support/workbook.ts';

const app = useApp();
const socles = 'evaluation-et-projection-socles';
const mes = 'referencement-sans-echange';

async function theProduct() {
  const vendor = await aVendor(app());
  const product = await aProduct('Careoptim')
    .of(vendor.company)
    .ledBy(vendor.claire)
    .qualified(guideQualification)
    .inside(app());
  await anEnrolment(product, socles).inside(app());
  const page = `/parcours/doctrine/${socles}/${product.reference}/questionnaires/urbanisation`;
  const answers = everyCriterion(app(), product, socles, 'urbanisation', 1);
  await aResponse(product, 'urbanisation').answering(answers).draftedBy(vendor.claire).inside(app());
  const agent = await app().as(vendor.claire);
  const { content } = await download(agent, `${page}/telecharger`);
  const send = (file: Buffer, name = 'reponses.xlsx', by = agent) =>
    by.post(`${page}/import`, {}, [{ field: 'classeur', name, content: file }]);
  const [first = '', second = ''] = Object.keys(answers);
  return { ...vendor, product, page, agent, content, send, first, second };
}

async function edited(content: Buffer, edit: (answers: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = await opened(content);
  edit(sheetIn(book, 'Réponses'), book);
  return saved(book);
}

/** The parts of a workbook that are read, with some of them written otherwise. */
function rewritten(content: Buffer, rewrite: (name: string, xml: string) => string): Buffer {
  const types = Buffer.from(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  );
  const parts = [...partsOf(content)].map(
    ([name, part]) => [name, Buffer.from(rewrite(name, part.toString()))] as const,
  );
  return archiveOf(new Map([['[Content_Types].xml', types], ...parts]));
}

/** An archive whose entry says that it is small, and inflates to a text said so many times, which is never held whole here. */
async function bomb(content: Buffer, name: string, [text, times]: readonly [string, number]): Promise<Buffer> {
  const part = Buffer.from(text.repeat(100_000));
  const inflated = Readable.from(Array.from({ length: times / 100_000 }, () => part));
  const packed = await buffer(inflated.pipe(createDeflateRaw({ level: 9 })));
  const marker = Buffer.from('BOMB');
  const archive = rewritten(content, (part, xml) => (part === name ? marker.toString() : xml));
  // The part that was named is replaced by hand: method, packed size, and a claim of four bytes.
  const local = archive.indexOf(Buffer.concat([Buffer.from(name), marker]));
  const start = local - 30;
  const head = Buffer.from(archive.subarray(start, local));
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  const central = archive.indexOf(Buffer.from('PK\u0001\u0002'));
  const directory = Buffer.from(archive.subarray(central));
  const grown = packed.length - marker.length;
  for (let at = 0; directory.readUInt32LE(at) === 0x02014b50; ) {
    const size = directory.readUInt16LE(at + 28);
    const entry = directory.toString('utf8', at + 46, at + 46 + size);
    const offset = directory.readUInt32LE(at + 42);
    if (entry === name) {
      directory.writeUInt16LE(8, at + 10);
      directory.writeUInt32LE(packed.length, at + 20);
    }
    if (offset > start) directory.writeUInt32LE(offset + grown, at + 42);
    at += 46 + size;
  }
  const end = directory.indexOf(Buffer.from('PK\u0005\u0006'));
  directory.writeUInt32LE(directory.readUInt32LE(end + 16) + grown, end + 16);
  const after = local + name.length + marker.length;
  return Buffer.concat([
    archive.subarray(0, start),
    head,
    Buffer.from(name),
    packed,
    archive.subarray(after, central),
    directory,
  ]);
}

/** The most that this process ever held: what was taken meanwhile and given back counts too. */
const mostMemory = (): number => process.resourceUsage().maxRSS * 1024;
/** Half of what the bomb inflates to: it was never held whole. */
const MOST_GROWTH = 100_000_000;

const sheetOf = (name: string): boolean => name === 'xl/worksheets/sheet2.xml';

describe('Q9: workbooks that cannot be imported say why', () => {
  const cases: readonly [string, (content: Buffer) => Buffer | Promise<Buffer>, string][] = [
    ['cut short', (content) => content.subarray(0, content.length - 3000), 'incomplet ou abîmé'],
    ['an empty file', () => Buffer.alloc(0), 'est vide'],
    ['a text', () => Buffer.from('Code;Réponse\nA03.1;3'), 'n’est pas celui d’un fichier xlsx'],
    [
      'an archive that is no workbook',
      () => archiveOf(new Map([['a.txt', Buffer.from('a')]])),
      'n’est pas celui d’un fichier xlsx',
    ],
    [
      'XML that is not',
      (content) => rewritten(content, (name, xml) => (sheetOf(name) ? xml.slice(0, 900) : xml)),
      'ne se lit pas',
    ],
    [
      'an unknown entity',
      (content) => rewritten(content, (name, xml) => (sheetOf(name) ? xml.replace('<v>', '<v>&xxe;') : xml)),
      'ne se lit pas',
    ],
    ['macros', (content) => withPart(content, 'xl/vbaProject.bin'), 'contient des macros'],
    [
      'a bomb whose sizes lie',
      (content) => bomb(content, 'xl/worksheets/sheet2.xml', [' ', 200_000_000]),
      'beaucoup plus que les réponses',
    ],
    [
      'a million rows',
      (content) => bomb(content, 'xl/worksheets/sheet2.xml', ['<row/>', 1_100_000]),
      'beaucoup plus que les réponses',
    ],
    [
      'twenty thousand rows',
      (content) =>
        rewritten(content, (name, xml) =>
          sheetOf(name) ? xml.replace('</sheetData>', `${'<row/>'.repeat(20_000)}</sheetData>`) : xml,
        ),
      'ne se lit pas',
    ],
    [
      'a row beyond all rows',
      (content) =>
        rewritten(content, (name, xml) => (sheetOf(name) ? xml.replace('<row r="2"', '<row r="4294967290"') : xml)),
      'un numéro impossible',
    ],
    [
      'a name for every cell',
      (content) =>
        rewritten(content, (name, xml) =>
          name === 'xl/workbook.xml'
            ? xml.replace(
                /<definedNames>[\s\S]*<\/definedNames>|(?=<calcPr)/,
                '<definedNames><definedName name="a">Réponses!$A$1:$XFD$1048576</definedName></definedNames>',
              )
            : xml,
        ),
      'Aucun changement',
    ],
    [
      'columns said again and again',
      (content) =>
        rewritten(content, (name, xml) =>
          sheetOf(name)
            ? xml.replace(/<cols>.*<\/cols>/, `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(50_000)}</cols>`)
            : xml,
        ),
      'Aucun changement',
    ],
    [
      'merged cells',
      (content) => edited(content, (answers) => answers.mergeCells('E2:E4')),
      'Les cellules E2:E4 sont fusionnées',
    ],
    [
      'no sheet of answers',
      (content) => edited(content, (answers) => Object.assign(answers, { name: 'Feuille1' })),
      'La feuille « Réponses » manque',
    ],
    [
      'a column that is missing',
      (content) => edited(content, (answers) => answers.spliceColumns(5, 1)),
      'La colonne « Réponse » manque',
    ],
    [
      'a column twice',
      (content) => edited(content, (answers) => Object.assign(answers.getCell('R1'), { value: 'Réponse' })),
      'Réponses!R1 : la colonne « Réponse » y est deux fois',
    ],
    [
      'a criterion twice',
      (content) => edited(content, (answers) => answers.addRow(answers.getRow(2).values)),
      'est déjà sur une autre ligne',
    ],
  ];

  test.each(cases)('%s', async (_, breaking, words) => {
    const { content, send } = await theProduct();
    const broken = await breaking(content);
    const before = mostMemory();
    const answer = await send(broken);
    expect(textOf(answer.text)).toContain(words);
    expect(answer.status).toBe(words === 'Aucun changement' ? 200 : 422);
    expect(mostMemory() - before).toBeLessThan(MOST_GROWTH);
  });

  test('another name than .xlsx, or no file', async () => {
    const { content, send, agent, page } = await theProduct();
    expect(textOf((await send(content, 'reponses.xlsm')).text)).toContain('n’est pas d’un type accepté');
    expect(textOf((await agent.post(`${page}/import`)).text)).toContain('Choisissez le classeur');
  });

  test('of another product, questionnaire or démarche, they say which', async () => {
    const { company, claire, agent, content, send, product, page } = await theProduct();
    const other = await aProduct('Agenda').of(company).ledBy(claire).qualified(guideQualification).inside(app());
    await anEnrolment(other, socles).inside(app());
    await anEnrolment(product, mes).inside(app());
    const ofOther = await download(
      agent,
      page.replace(String(product.reference), String(other.reference)).concat('/telecharger'),
    );
    expect(textOf((await send(ofOther.content)).text)).toContain(`autre produit (référence ${other.reference})`);
    const ofSecurity = await download(agent, `${page.replace('urbanisation', 'securite')}/telecharger`);
    expect(textOf((await send(ofSecurity.content)).text)).toContain(
      'autre questionnaire : choisissez celui de « Urbanisation »',
    );
    const there = page.replace(`doctrine/${socles}`, `mon-espace-sante/${mes}`);
    const elsewhere = await agent.post(`${there}/import`, {}, [{ field: 'classeur', name: 'a.xlsx', content }]);
    expect(textOf(elsewhere.text)).toContain('a été téléchargé pour une autre démarche');
  });

  test('every wrong cell is named at once, and the file is not kept', async () => {
    const { content, send, first, second } = await theProduct();
    const answer = await send(
      await edited(content, (answers) => {
        cellOf(answers, first, 'Réponse').value = 'Vert';
        Object.assign(cellOf(answers, second, 'Réponse'), { value: new Date(), numFmt: 'dd/mm/yyyy' });
      }),
    );
    const text = textOf(answer.text);
    for (const cell of ['Réponses!E2 : « Vert »', 'Réponses!E3 : une date']) expect(text).toContain(cell);
    const kept = [];
    for await (const { key } of app().deps.storage.list()) kept.push(key);
    expect(kept).toEqual([]);
  });

  test('P5, P6: neither for an archived product, nor for who does not access it', async () => {
    const { company, claire, product, page, content, send } = await theProduct();
    const stranger = await app().as(await aPerson().of(company).under(claire).inside(app()));
    expect((await send(content, 'a.xlsx', stranger)).status).toBe(404);
    await app().deps.prisma.subject.update({ where: { id: product.id }, data: { archivedAt: app().now() } });
    expect((await (await app().as(claire)).get(`${page}/import`)).status).toBe(422);
  });
});

function withPart(content: Buffer, name: string): Buffer {
  const types =
    '<Types><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
  return archiveOf(
    new Map([['[Content_Types].xml', Buffer.from(types)], ...partsOf(content), [name, Buffer.from('x')]]),
  );
}
