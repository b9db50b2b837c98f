/** What a cell says: null for a date or an error, which are no text. */
export type CellText = string | null;

/** A row of a sheet: its cells by their column, from 1; those that are empty may be missing. */
export interface GridRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, CellText>;
}

/** A sheet that somebody filled in, as texts. */
export type Grid = readonly GridRow[];

export function cellOf({ cells }: GridRow, column: number): CellText {
  const text = cells.get(column);
  return text === undefined ? '' : text;
}

/** “E12”. */
export function addressOf(column: number, row: number): string {
  return `${lettersOf(column)}${row}`;
}

function lettersOf(column: number): string {
  if (column <= 26) return String.fromCharCode(64 + column);
  return `${lettersOf(Math.floor((column - 1) / 26))}${lettersOf(((column - 1) % 26) + 1)}`;
}

/** “E” is 5. */
export function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
