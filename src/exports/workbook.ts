import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type ExcelJS from 'exceljs';
import type { Response } from 'express';
import type { Picture } from '../charts/picture.ts';
import { safeText } from './safe-text.ts';

/** A number shown otherwise than the rest of its column. */
export interface Figure {
  readonly value: number;
  readonly format: string;
}

/** Null is an empty cell: nothing was said. */
export type Row = readonly (string | number | Date | Figure | null)[];

export interface Column {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** How a number or a date is shown. */
  readonly format?: string;
  /** For what reads the workbook back, not for who fills it in. */
  readonly hidden?: boolean;
  /** What may be typed into the cell of each row: words between quotation marks, or a range of cells; null for anything. */
  readonly choices?: readonly (string | null)[];
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
  /** Whether it is shown; it is when left out. */
  readonly hidden?: boolean;
  /** Laid over the cells, each with its top left corner in a cell (both from 0). */
  readonly pictures?: readonly { readonly picture: Picture; readonly row: number; readonly column: number }[];
}

/** A date in a column of several kinds; else each spreadsheet would choose. */
const DAY = 'dd/mm/yyyy';

/** Answers with a workbook under its real name, sent while it is written. */
export async function sendWorkbook(res: Response, name: string, sheets: readonly Sheet[]): Promise<void> {
  res.attachment(`${name}.xlsx`);
  const content = new PassThrough();
  await Promise.all([writeWorkbook(content, sheets), pipeline(content, res)]).catch((failure: unknown) => {
    // Whoever closes the tab before the end is no failure.
    if (!res.destroyed) throw failure;
  });
}

/** Reading the library takes as long as opening the database: it is done at the first workbook, not at start. */
export async function writeWorkbook(stream: Writable, sheets: readonly Sheet[]): Promise<void> {
  const { default: library } = await import('exceljs');
  // The writer that streams knows no pictures: a book that has some is one subject's, and is written whole.
  if (sheets.some(({ pictures = [] }) => pictures.length > 0))
    return writeWhole(new library.Workbook(), stream, sheets);
  const workbook = new library.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  for (const sheet of sheets) (await writeSheet(workbook, sheet)).commit();
  await workbook.commit();
}

async function writeWhole(workbook: ExcelJS.Workbook, stream: Writable, sheets: readonly Sheet[]): Promise<void> {
  for (const sheet of sheets) {
    const written = await writeSheet(workbook, sheet);
    for (const { picture, row, column } of sheet.pictures ?? []) {
      const { width, height } = picture;
      const image = workbook.addImage({ base64: picture.png.toString('base64'), extension: 'png' });
      written.addImage(image, { tl: { col: column, row }, ext: { width, height }, editAs: 'oneCell' });
    }
  }
  await workbook.xlsx.write(stream, { zip: { compression: 'DEFLATE', compressionOptions: { level: 1 } } });
}

type Book = Pick<ExcelJS.Workbook, 'creator' | 'addWorksheet'>;

/** The first row stays in view, filters the others and is printed on each page. */
async function writeSheet(workbook: Book, given: Sheet): Promise<ExcelJS.Worksheet> {
  const { name, columns, rows, hidden = false } = given;
  workbook.creator = 'Convergence';
  const sheet = workbook.addWorksheet(name, {
    state: hidden ? 'hidden' : 'visible',
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddFooter: '&L&A&RPage &P sur &N' },
  });
  sheet.columns = columns.map(({ width, format, hidden: unseen = false }) => ({
    width,
    hidden: unseen,
    style: { alignment: { vertical: 'top', wrapText: true }, ...(format !== undefined && { numFmt: format }) },
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const header = sheet.addRow(columns.map((column) => safeText(column.header)));
  header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF000091' } };
  header.commit();
  let written = 0;
  for await (const row of rows) {
    const added = sheet.addRow(row.map(cellOf));
    for (const [index, cell] of row.entries()) {
      const format = formatOf(cell, columns[index]);
      if (format !== null) added.getCell(index + 1).numFmt = format;
      const list = columns[index]?.choices?.[written] ?? null;
      if (list !== null) added.getCell(index + 1).dataValidation = onlyFrom(list);
    }
    const lines = linesOf(row, columns);
    if (lines > 1) added.height = Math.min(lines * LINE, HIGHEST);
    added.commit();
    written += 1;
  }
  return sheet;
}

/** In points: a line of text, and the highest row that a spreadsheet has. */
const LINE = 15;
const HIGHEST = 409;

/** Not every spreadsheet makes a row as high as its texts when it opens: words of about the column's width are a line. */
function linesOf(row: Row, columns: readonly Column[]): number {
  const heights = row.map((cell, index) => {
    const width = columns[index]?.width ?? 1;
    if (typeof cell !== 'string' || columns[index]?.hidden === true) return 1;
    return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.max(1, ...heights);
}

function onlyFrom(list: string): ExcelJS.DataValidation {
  const error = 'Choisissez une des réponses de la liste, ou laissez la cellule vide.';
  return { type: 'list', allowBlank: true, formulae: [list], showErrorMessage: true, errorTitle: 'Convergence', error };
}

function cellOf(cell: Row[number]): string | number | Date | null {
  if (typeof cell === 'string') return safeText(cell);
  return cell === null || typeof cell === 'number' || cell instanceof Date ? cell : cell.value;
}

/** Null: that of its column. */
function formatOf(cell: Row[number], column: Column | undefined): string | null {
  if (cell instanceof Date) return column?.format === undefined ? DAY : null;
  return cell !== null && typeof cell === 'object' ? cell.format : null;
}
