import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type ExcelJS from 'exceljs';
import type { Response } from 'express';
import { safeText } from './safe-text.ts';

/** Null is an empty cell: nothing was said. */
export type Row = readonly (string | number | Date | null)[];

export interface Sheet {
  readonly name: string;
  /** Widths in characters; how a number or a date is shown. */
  readonly columns: readonly { readonly header: string; readonly width: number; readonly format?: string }[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
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
async function writeWorkbook(stream: Writable, sheets: readonly Sheet[]): Promise<void> {
  const { default: library } = await import('exceljs');
  const workbook = new library.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.creator = 'Convergence';
  for (const sheet of sheets) await writeSheet(workbook, sheet);
  await workbook.commit();
}

/** The first row stays in view, filters the others and is printed on each page. */
async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { name, columns, rows }: Sheet): Promise<void> {
  const sheet = workbook.addWorksheet(name, {
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
  sheet.columns = columns.map(({ width, format }) => ({
    width,
    style: { alignment: { vertical: 'top', wrapText: true }, ...(format !== undefined && { numFmt: format }) },
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const header = sheet.addRow(columns.map((column) => safeText(column.header)));
  header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF000091' } };
  header.commit();
  for await (const row of rows) {
    const added = sheet.addRow(row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
    for (const [index, cell] of row.entries()) {
      if (cell instanceof Date && columns[index]?.format === undefined) added.getCell(index + 1).numFmt = DAY;
    }
    added.commit();
  }
  sheet.commit();
}
