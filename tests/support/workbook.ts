import ExcelJS from 'exceljs';
import type { Agent } from './agent.ts';

export type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

export interface Downloaded {
  readonly status: number;
  /** The file's name, accents included. */
  readonly file: string;
  readonly content: Buffer;
  readonly book: ExcelJS.Workbook;
  readonly sheets: readonly string[];
  /** A sheet's rows, by the words of their columns. */
  readonly rows: (sheet: string) => readonly Cells[];
}

/** A workbook, as whoever downloads it opens it. */
export async function download(agent: Agent, path: string): Promise<Downloaded> {
  const answer = await agent.raw('get', path).buffer(true).responseType('arraybuffer');
  const content = Buffer.from(answer.body);
  const book = await opened(content);
  const disposition = answer.headers['content-disposition'] ?? '';
  return {
    status: answer.status,
    file: decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? ''),
    content,
    book,
    sheets: book.worksheets.map(({ name }) => name),
    rows: (name) => rowsOf(sheetIn(book, name)),
  };
}

export async function opened(content: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(content).buffer);
  return book;
}

export async function saved(book: ExcelJS.Workbook): Promise<Buffer> {
  return Buffer.from(await book.xlsx.writeBuffer());
}

export function sheetIn(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

export function rowsOf(sheet: ExcelJS.Worksheet): readonly Cells[] {
  const headers = headersOf(sheet);
  return (sheet.getRows(2, sheet.rowCount - 1) ?? []).map((row) =>
    Object.fromEntries(headers.flatMap((name, column) => (column === 0 ? [] : [[name, row.getCell(column).value]]))),
  );
}

/** The cell of a column, by its header, on the row of a criterion. */
export function cellOf(sheet: ExcelJS.Worksheet, code: string, header: string): ExcelJS.Cell {
  const headers = headersOf(sheet);
  const codes = sheet.getColumn(headers.indexOf('Code')).values;
  return sheet.getRow(codes.indexOf(code)).getCell(headers.indexOf(header));
}

/** From 1, as columns are numbered. */
function headersOf(sheet: ExcelJS.Worksheet): readonly string[] {
  const values = sheet.getRow(1).values;
  return Array.isArray(values) ? Array.from(values, (value) => String(value ?? '').replaceAll('\u00a0', ' ')) : [];
}
