import type { Questionnaire } from '../../domain/referential/questionnaire.ts';
import { ANSWERS, headers } from '../columns.ts';
import { UnreadableBook } from './archive.ts';
import { plain } from './cells.ts';
import { addressOf, type CellText, type Grid } from './grid.ts';

type Key = keyof typeof headers;

/** Where each column is now, from 1. */
export type Columns = Readonly<Partial<Record<Key, number>>>;

const keys: readonly Key[] = ['code', 'answer', 'comment', 'depends', 'option', 'mark'];

/** By their headers, on the first row: they may have been moved, and others added. */
export function columnsOf(answers: Grid, kind: Questionnaire['kind']): Columns {
  const found: Partial<Record<Key, number>> = {};
  const cells = answers.find(({ number }) => number === 1)?.cells ?? new Map<number, CellText>();
  for (const [column, text] of cells) {
    const key = keys.find((one) => plain(headers[one]) === plain(text ?? ''));
    if (key === undefined) continue;
    if (found[key] !== undefined) {
      throw new UnreadableBook(
        `${ANSWERS}!${addressOf(column, 1)}\u00a0: la colonne «\u00a0${headers[key]}\u00a0» y est deux fois.`,
      );
    }
    found[key] = column;
  }
  // Q2: only a level may depend on an option product.
  const needed = keys.filter((key) => kind === 'maturity' || (key !== 'depends' && key !== 'option'));
  const missing = needed.find((key) => found[key] === undefined);
  if (missing !== undefined) {
    throw new UnreadableBook(
      `La colonne «\u00a0${headers[missing]}\u00a0» manque dans la feuille «\u00a0${ANSWERS}\u00a0»\u00a0: repartez du classeur téléchargé depuis la plateforme.`,
    );
  }
  return found;
}
