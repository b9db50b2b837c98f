import type ExcelJS from 'exceljs';
import { readText } from '../written.ts';
import type { CellText } from './grid.ts';

/** As shown: the result of a formula, the words of a link, a text whatever its colours. Null: a date, which is none of these. */
export function textOf(value: ExcelJS.CellValue): CellText {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return readText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date || 'error' in value) return null;
  if ('richText' in value) return readText(value.richText.map(({ text }) => text).join(''));
  if ('result' in value || 'formula' in value || 'sharedFormula' in value) return textOf(value.result ?? null);
  if ('text' in value) return textOf(value.text);
  return null;
}
