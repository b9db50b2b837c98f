import type { FileField } from '../web/uploads.ts';

/** The largest questionnaire, with its radar and long comments, is a tenth of it. */
export const BOOK_LIMIT = 5_000_000;

/** Written by one program or another, its parts come in any order: only one of them is always there. */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const bookField: FileField = {
  name: 'classeur',
  missing: 'Choisissez le classeur que vous avez rempli.',
  types: [{ extension: 'xlsx', contentType: XLSX, content: { signatures: [XLSX], entry: 'xl/workbook.' } }],
  maxBytes: BOOK_LIMIT,
};
