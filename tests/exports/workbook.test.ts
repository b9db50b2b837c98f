import ExcelJS from 'exceljs';
import express from 'express';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { radarPicture } from '../../src/charts/picture.ts';
import { plainText, safeText } from '../../src/exports/safe-text.ts';
import { type Sheet, sendWorkbook } from '../../src/exports/workbook.ts';

describe('a text in a spreadsheet', () => {
  test.each([
    '=1+1',
    '+33 1 40 00 00 00',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '=HYPERLINK("https://exemple.invalid";"ici")',
  ])('%j is never a formula', (text) => {
    expect(safeText(text)).toBe(`'${text}`);
  });

  test.each(['Sécurité', '1 + 1 = 2', '« =1 »', '', 'A-1'])('%j stays as it is', (text) => {
    expect(safeText(text)).toBe(text);
  });

  test('a formula hidden behind a character that Excel cannot hold is not one either', () => {
    expect(safeText('\u0000=1+1')).toBe("'=1+1");
  });

  test.each(['=1+1', '+33 1', '-1', '@A1', 'Sécurité', "L'accès", '_x000D_ et _x0041_', ''])(
    '%j is read back as it was',
    (text) => {
      expect(plainText(safeText(text))).toBe(text);
    },
  );

  test('is no longer than a cell', () => {
    expect(safeText('='.repeat(40_000))).toHaveLength(32_767);
  });
});

describe('a workbook', () => {
  const hostile = ['=1+1', '+1', '-1', '@A1', '\t=1', 'a\u0007b', 'un & deux < trois'];
  const sheet: Sheet = {
    name: 'Critères',
    columns: [
      { header: 'Code', width: 12 },
      { header: '=Titre', width: 40 },
    ],
    rows: hostile.map((text) => [text, 2]),
  };

  async function sent(
    name: string,
    sheets: readonly Sheet[],
  ): Promise<{ headers: Record<string, string>; book: ExcelJS.Workbook }> {
    const app = express();
    app.get('/', (_req, res) => sendWorkbook(res, name, sheets));
    const answer = await request(app).get('/').buffer(true).responseType('arraybuffer');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.body);
    return { headers: answer.headers, book };
  }

  test('holds texts as texts and numbers as numbers, never formulas', async () => {
    const { book } = await sent('Convergence', [sheet]);
    const read = book.getWorksheet('Critères');
    const cells = hostile.map((_, index) => read?.getCell(index + 2, 1));
    expect(cells.map((cell) => cell?.type)).toEqual(hostile.map(() => ExcelJS.ValueType.String));
    expect(cells.map((cell) => cell?.value)).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@A1",
      "'\t=1",
      'ab',
      'un & deux < trois',
    ]);
    expect(read?.getCell('B1').value).toBe("'=Titre");
    expect(read?.getCell('B2').value).toBe(2);
  });

  test('keeps its header in view, filters by it, is as wide as said, and prints on A4 under its header', async () => {
    const { book } = await sent('Convergence', [sheet]);
    const read = book.getWorksheet('Critères');
    expect(read?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(read?.autoFilter).toBe('A1:B1');
    expect([read?.getColumn(1).width, read?.getColumn(2).width]).toEqual([12, 40]);
    expect(read?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(read?.pageSetup.printTitlesRow).toBe('1:1');
    expect(read?.getRow(1).font.bold).toBe(true);
  });

  test('what Excel writes a character as stays the letters that somebody typed', async () => {
    const columns = [{ header: 'Texte', width: 20 }];
    const { book } = await sent('Convergence', [{ name: 'Textes', columns, rows: [['_x000D_ et _x0041_']] }]);
    expect(book.getWorksheet('Textes')?.getCell('A2').value).toBe('_x005F_x000D_ et _x005F_x0041_');
  });

  test('says what may be typed into a cell, shows a number otherwise than its column, hides what is not for reading', async () => {
    const columns = [
      { header: 'Réponse', width: 12, choices: ['"Oui,Non"', null] },
      { header: 'Valeur', width: 12, hidden: true },
    ];
    const rows = [
      ['Oui', 3],
      ['Non', { value: 2.5, format: '0.0' }],
    ];
    const { book } = await sent('Convergence', [
      { name: 'Réponses', columns, rows },
      { name: 'Listes', columns, rows: [], hidden: true },
    ]);
    const read = book.getWorksheet('Réponses');
    expect(read?.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ['"Oui,Non"'] });
    expect(read?.getCell('A3').dataValidation).toBeUndefined();
    expect([read?.getCell('B3').value, read?.getCell('B3').numFmt]).toEqual([2.5, '0.0']);
    expect(read?.getColumn(2).hidden).toBe(true);
    expect(book.worksheets.map(({ state }) => state)).toEqual(['visible', 'hidden']);
  });

  test('has rows as high as their longest text, whatever opens them', async () => {
    const columns = [{ header: 'Texte', width: 10 }];
    const rows = [['court'], ['quarante caractères, ou un peu plus encore'], ['a\nb'], ['a'.repeat(30_000)]];
    const { book } = await sent('Convergence', [{ name: 'Textes', columns, rows }]);
    const heights = [2, 3, 4, 5].map((row) => book.getWorksheet('Textes')?.getRow(row).height);
    expect(heights).toEqual([undefined, 75, 30, 409]);
  });

  test('holds pictures, over the cells that they were given', async () => {
    const picture = await radarPicture('Sécurité', ['Audit'], []);
    const pictures = [{ picture, row: 1, column: 2 }];
    const { book } = await sent('Convergence', [{ ...sheet, pictures }]);
    const [image] = book.getWorksheet('Critères')?.getImages() ?? [];
    expect(image?.range.tl).toMatchObject({ nativeRow: 1, nativeCol: 2 });
    expect(picture.png.equals(new Uint8Array(book.model.media?.[0]?.buffer ?? []))).toBe(true);
    expect(book.getWorksheet('Critères')?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  test('is sent under its real name, accents included', async () => {
    const { headers } = await sent('Convergence - Sécurité', [sheet]);
    expect(headers['content-type']).toContain('spreadsheetml.sheet');
    expect(headers['content-disposition']).toContain("filename*=UTF-8''Convergence%20-%20S%C3%A9curit%C3%A9.xlsx");
  });

  test('takes its rows as they come', async () => {
    async function* rows(): AsyncGenerator<readonly string[]> {
      yield ['A'];
      yield ['B'];
    }
    const { book } = await sent('Convergence', [
      { name: 'Liste', columns: [{ header: 'Code', width: 8 }], rows: rows() },
    ]);
    expect(book.getWorksheet('Liste')?.getColumn(1).values).toEqual([undefined, 'Code', 'A', 'B']);
  });
});
