/** What a spreadsheet would read as a formula when the cell is edited, or saved as CSV and opened again. */
const formulaStart = /^[=+\-@\t\r\n]/;

/** The most that a cell of Excel holds. */
const limit = 32_767;

/** A text that no spreadsheet takes for a formula: an apostrophe before it, which spreadsheets read as "this is text". */
export function safeText(text: string): string {
  const readable = text.replace(unreadable, '');
  return (formulaStart.test(readable) ? `'${readable}` : readable).slice(0, limit);
}

/** Characters that XML, hence Excel, cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
