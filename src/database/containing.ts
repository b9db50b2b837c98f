/** What somebody typed, anywhere in a column, whatever the case: `%`, `_` and `\` are only themselves. */
export function containing(text: string) {
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
}

/** The words of a search, each to be found somewhere. */
export function wordsSought(text: string): string[] {
  return text.split(/[\s\0]+/).filter((word) => word !== '');
}
