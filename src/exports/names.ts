/** The most that a sheet's name holds in Excel. */
const LIMIT = 31;

/** Names of sheets as Excel takes them: short, without what it forbids, each once whatever the case. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const readable = title
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    for (let n = 1; ; n += 1) {
      const end = n === 1 ? '' : ` (${n})`;
      const name = `${readable.slice(0, LIMIT - end.length).trim()}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** A file's name, without what a system of files forbids. */
export function fileName(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join(' - ')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 150);
}
