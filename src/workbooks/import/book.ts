import type ExcelJS from 'exceljs';
import { archiveOf, type Parts, partsOf, UnreadableBook } from './archive.ts';
import { COLUMNS, mustBeWithinBounds, ROWS } from './bounds.ts';
import type { Grid, GridRow } from './grid.ts';
import { textOf } from './values.ts';

/** Only cells are read: the rest costs what a file says that it covers, not what it holds. */
const ignored = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'autoFilter',
  'mergeCells',
  'rowBreaks',
  'hyperlinks',
  'pageMargins',
  'dataValidations',
  'pageSetup',
  'headerFooter',
  'printOptions',
  'picture',
  'drawing',
  'sheetProtection',
  'tableParts',
  'conditionalFormatting',
  'extLst',
];

/**
 * The sheet of that name in a workbook that somebody sends; null when it has none. Formulas are never computed: a cell is what it was last
 * shown as. It may keep the thread busy: it is read in one of its own (reader.ts).
 */
export async function readGrid(content: Buffer, sheet: string): Promise<Grid | null> {
  const parts = partsOf(content);
  mustBeWithinBounds(parts);
  const book = await opened(withoutNames(parts));
  const found = book.worksheets.find(({ name }) => name.trim().toLowerCase() === sheet.toLowerCase());
  if (found === undefined) return null;
  const rows: GridRow[] = [];
  found.eachRow((row, number) => {
    const cells = new Map<number, string | null>();
    row.eachCell((cell, column) => cells.set(column, textOf(cell.value)));
    rows.push({ number, cells });
  });
  return rows;
}

async function opened(parts: Parts): Promise<ExcelJS.Workbook> {
  const { default: library } = await import('exceljs');
  const book = new library.Workbook();
  try {
    await book.xlsx.load(new Uint8Array(archiveOf(parts)).buffer, { ignoreNodes: ignored, ...limits });
  } catch (cause) {
    throw new UnreadableBook(
      'Ce classeur ne se lit pas\u00a0: ouvrez-le sur votre ordinateur, enregistrez-le de nouveau au format .xlsx, puis importez-le.',
      { cause },
    );
  }
  return book;
}

/** The library takes them; its types do not say so. */
const limits = { maxRows: ROWS, maxCols: COLUMNS };

/** A name may stand for every cell there is, and the library would list them. */
function withoutNames(parts: Parts): Parts {
  const path = 'xl/workbook.xml';
  const xml = parts.get(path)?.toString('utf8') ?? '';
  const [start, end] = [xml.indexOf('<definedNames'), xml.lastIndexOf('</definedNames')];
  const close = xml.indexOf('>', end);
  if (start < 0 || end < start || close < 0) return parts;
  return new Map([...parts, [path, Buffer.from(xml.slice(0, start) + xml.slice(close + 1))]]);
}
