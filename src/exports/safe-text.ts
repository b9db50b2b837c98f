/** What a spreadsheet would read as a formula when the cell is edited, or saved as CSV and opened again. */
const formulaStart = /^[=+\-@\t\r\n]/;

/** The most that a cell of Excel holds. */
const limit = 32_767;

/** A text that no spreadsheet takes for a formula: an apostrophe before it, which spreadsheets read as "this is text". */
export function safeText(text: string): string {
  const readable = text.replace(unreadable, '').replace(escaped, '_x005F_$1');
  return (formulaStart.test(readable) ? `'${readable}` : readable).slice(0, limit);
}

/** Characters that XML, hence Excel, cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** What Excel writes a character as: typed by somebody, it is these seven characters and no other. */
const escaped = /_(x[0-9A-Fa-f]{4}_)/g;

/** A text that was written so, read back, whether its reader knows how Excel writes a character or not. */
export function plainText(text: string): string {
  const plain = text.replace(/_x005F_(x[0-9A-Fa-f]{4}_)/g, '_$1');
  return plain.startsWith("'") && formulaStart.test(plain.slice(1)) ? plain.slice(1) : plain;
}
