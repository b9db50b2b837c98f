import type ExcelJS from 'exceljs';
import { archiveOf, type Parts, partsOf, UnreadableBook } from './archive.ts';

/** More rows than any questionnaire has, and more columns than anybody adds. */
const ROWS = 5000;
const COLUMNS = 300;

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

/** A workbook that somebody sends, read cell by cell. Formulas are never computed: a cell is what it was last shown as. */
export async function openBook(content: Buffer): Promise<ExcelJS.Workbook> {
  const parts = new Map(partsOf(content));
  for (const [name, part] of parts) parts.set(name, checked(name, part));
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

function checked(name: string, part: Buffer): Buffer {
  const xml = part.toString('utf8');
  // A name may stand for every cell there is, and the library would list them.
  if (name === 'xl/workbook.xml') return Buffer.from(xml.replace(/<definedNames\b[\s\S]*<\/definedNames\s*>/, ''));
  if (!name.startsWith('xl/worksheets/')) return part;
  const merged = /<mergeCell\b[^>]*\bref="([A-Z\d:]{1,20})"/.exec(xml);
  if (merged !== null) {
    throw new UnreadableBook(
      `Les cellules ${merged[1]} sont fusionnées\u00a0: défusionnez-les, pour que chaque réponse ait la sienne.`,
    );
  }
  // Rows are kept by their number: one beyond what a spreadsheet has would be as many empty rows.
  if (/\sr\s*=\s*["'][^"']*(?:\d{8}|&)/.test(xml))
    throw new UnreadableBook('Une ligne de ce classeur a un numéro impossible.');
  return part;
}

export type { Parts };
