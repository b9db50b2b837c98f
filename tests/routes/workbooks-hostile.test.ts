import { beforeAll, describe, expect, test } from 'vitest';
import { archiveOf, partsOf } from '../../src/workbooks/import/archive.ts';
import { aVendor } from '../builders/additions.ts';
import { anEnrolment, aProduct, guideQualification } from '../builders/subjects.ts';
import type { Agent } from '../support/agent.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';
import { download } from '../support/workbook.ts';

const app = useApp();
const demarche = 'evaluation-et-projection-socles';

let page = '';
let agent: Agent;
let content: Buffer = Buffer.alloc(0);

beforeAll(async () => {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, demarche).inside(app());
  page = `/parcours/doctrine/${demarche}/${product.reference}/questionnaires/urbanisation`;
  agent = await app().as(claire);
  content = (await download(agent, `${page}/telecharger`)).content;
});

const send = (file: Buffer) => agent.post(`${page}/import`, {}, [{ field: 'classeur', name: 'a.xlsx', content: file }]);

const types = Buffer.from(
  '<Types><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
);

/** The workbook, with one of its parts written otherwise. */
function hostile(part: string, rewrite: (xml: string) => string): Buffer {
  const parts = [...partsOf(content)].map(
    ([name, octets]) => [name, name === part ? Buffer.from(rewrite(octets.toString())) : octets] as const,
  );
  return archiveOf(new Map([['[Content_Types].xml', types], ...parts]));
}

const book = 'xl/workbook.xml';
const answers = 'xl/worksheets/sheet2.xml';
const strings = 'xl/sharedStrings.xml';

/** These rows after the headers, instead of the answers. */
const withRows = (rows: string) => (xml: string) => {
  const [start, end] = [xml.indexOf('</row>') + '</row>'.length, xml.indexOf('</sheetData>')];
  return xml.slice(0, start) + rows + xml.slice(end);
};
const everyRow = (cells: (row: number) => string): string =>
  Array.from({ length: 4998 }, (_, n) => `<row r="${n + 2}">${cells(n + 2)}</row>`).join('');
const atTheEnd = (end: string, many: string) => (xml: string) => xml.replace(end, `${many}${end}`);

const tooMuch = 'beaucoup plus que les réponses';
const impossible = 'numéro impossible';
const damaged = 'incomplet ou abîmé';

/** Within bounds, and among the slowest to read. */
const slow = () =>
  hostile(book, () => `<workbook><sheets>${'<sheet name="a" sheetId="1"/>'.repeat(150_000)}</sheets></workbook>`);

/** Each kept the service busy for seconds, or for ever. */
const cases: readonly (readonly [what: string, make: () => Buffer, said: string])[] = [
  [
    'a sheet numbered beyond all numbers',
    () => hostile(book, (xml) => xml.replaceAll(/sheetId="\d+"/g, 'sheetId="4294967294"')),
    damaged,
  ],
  [
    'the same, written with an entity',
    () => hostile(book, (xml) => xml.replaceAll(/sheetId="\d+"/g, "sheetId = '&#52;294967294'")),
    damaged,
  ],
  ['as many sheets as fit', slow, 'La feuille « Réponses » manque'],
  [
    'names begun again and again',
    () => hostile(book, atTheEnd('</workbook>', '<definedNames '.repeat(300_000))),
    'ne se lit pas',
  ],
  [
    'merges begun again and again',
    () => hostile(answers, atTheEnd('</worksheet>', '<mergeCell '.repeat(400_000))),
    damaged,
  ],
  ['a million cells', () => hostile(answers, withRows(everyRow(() => '<c/>'.repeat(200)))), tooMuch],
  [
    'a cell in the last column of each row',
    () => hostile(answers, withRows(everyRow((row) => `<c r="XFD${row}"/>`))),
    'La cellule XFD2 est très loin des réponses',
  ],
  ['a row beyond the last one', () => hostile(answers, withRows('<row r="9999999"/>')), impossible],
  [
    'a row whose number hides behind a value',
    () => hostile(answers, withRows(`<row x=" r='2'>" r="9999999"/>`)),
    impossible,
  ],
  ['a million texts', () => hostile(strings, () => `<sst>${'<si/>'.repeat(900_000)}</sst>`), tooMuch],
  [
    'tags within tags, never closed',
    () => hostile(answers, atTheEnd('</worksheet>', '<a>'.repeat(1_400_000))),
    tooMuch,
  ],
  ['declared entities', () => hostile(strings, (xml) => `<!DOCTYPE a [<!ENTITY a "aaaa">]>${xml}`), damaged],
];

describe('Q9: whatever a workbook holds, it is refused, and everybody else is answered meanwhile', () => {
  test.each(cases)('%s', async (_, make, said) => {
    const answer = await send(make());
    expect([answer.status, textOf(answer.text)]).toEqual([422, expect.stringContaining(said)]);
  });

  test('four at once, two of them being read: pages come as if nobody imported', async () => {
    const file = slow();
    const started = performance.now();
    let reading = true;
    const sent = Promise.all([1, 2, 3, 4].map(() => send(file))).finally(() => {
      reading = false;
    });
    let slowest = 0;
    let pages = 0;
    while (reading) {
      const asked = performance.now();
      await app().visitor().get('/connexion');
      slowest = Math.max(slowest, performance.now() - asked);
      pages += 1;
    }
    const took = performance.now() - started;
    expect((await sent).map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(pages).toBeGreaterThan(10);
    // On a machine that does something else too, against what the workbooks took there
    expect(slowest).toBeLessThan(Math.max(200, took / 3));
  });
});
