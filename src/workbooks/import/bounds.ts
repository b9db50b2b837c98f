import { type Parts, UnreadableBook } from './archive.ts';
import { columnOf } from './grid.ts';
import { damaged, readTags, type Tag } from './tags.ts';

/** More rows than any questionnaire has, and more columns than anybody adds. */
export const ROWS = 5000;
export const COLUMNS = 300;

/** Ten times what the largest questionnaire takes: cells, shared texts, styles, whatever they are. */
const TAGS = 300_000;

/** The last row that a spreadsheet has: some programs say how high it is. */
const LAST_ROW = 1_048_576;

const watched: ReadonlySet<string> = new Set(['sheet', 'row', 'c', 'mergeCell']);

/**
 * Refuses what the library that reads workbooks would take minutes for, or for ever: it keeps sheets, rows and columns at the number
 * that the file gives them, and believes any.
 */
export function mustBeWithinBounds(parts: Parts): void {
  let left = TAGS;
  for (const part of parts.values()) {
    left -= readTags(part.toString('utf8'), watched, mustBePlausible);
    if (left < 0) throw new UnreadableBook(tooMuch);
  }
}

const tooMuch =
  'Ce classeur contient beaucoup plus que les réponses\u00a0: repartez du classeur téléchargé depuis la plateforme.';

function mustBePlausible({ name, attributes }: Tag): void {
  const said = (wanted: string): readonly string[] =>
    attributes.flatMap(([attribute, value]) => (attribute === wanted ? [value] : []));
  if (name === 'mergeCell') throw new UnreadableBook(mergedWords(said('ref')[0] ?? ''));
  if (name === 'sheet' && !said('sheetId').every((id) => /^\d{1,5}$/.test(id))) throw new UnreadableBook(damaged);
  if (name === 'row' && !said('r').every(isRow)) {
    throw new UnreadableBook('Une ligne de ce classeur a un numéro impossible.');
  }
  if (name === 'c') said('r').forEach(mustBeACell);
}

function isRow(number: string): boolean {
  return /^\d{1,7}$/.test(number) && Number(number) >= 1 && Number(number) <= LAST_ROW;
}

function mustBeACell(address: string): void {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  if (letters === '' || !isRow(row)) throw new UnreadableBook('Une cellule de ce classeur a une adresse impossible.');
  if (columnOf(letters) > COLUMNS) {
    throw new UnreadableBook(
      `La cellule ${address} est très loin des réponses\u00a0: supprimez les colonnes qui les suivent, puis importez de nouveau.`,
    );
  }
}

function mergedWords(ref: string): string {
  const which = /^[A-Z\d:]{1,20}$/.test(ref) ? `Les cellules ${ref}` : 'Des cellules';
  return `${which} sont fusionnées\u00a0: défusionnez-les, pour que chaque réponse ait la sienne.`;
}
