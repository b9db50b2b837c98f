/** The words of a text without case, accents or ligatures, so that « Référencé » is found by "reference". */
function wordsOf(text: string): readonly string[] {
  return lettersOf(text).map((word) => word.toLowerCase());
}

function lettersOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/œ/gi, 'oe').replaceAll(/æ/gi, 'ae');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "produits" also finds « produit »; "accès" does not find « accepter ». */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

/** Whether each word of the query begins a word in one of the texts: for lists of names. A query without a word matches everything. */
export function matches(query: string, ...texts: readonly string[]): boolean {
  const words = wordsOf(texts.join(' '));
  return wordsOf(query).every((sought) => words.some((word) => word.startsWith(sought) || word === singular(sought)));
}

/** Whether the texts speak of each word of the query: for texts, where "INS" is not the beginning of « installe ». */
export function speaksOf(query: string, ...texts: readonly string[]): boolean {
  return spokenWords(query, texts.join(' ')) === soughtIn(query).length;
}

/** The same, in texts that are read once for every search to come: gives the keys of those that speak of each word. */
export function searchIn<Key>(texts: Iterable<readonly [key: Key, text: string]>): (query: string) => ReadonlySet<Key> {
  const keys = new Set<Key>();
  const saying = new Map<string, Set<Key>>();
  for (const [key, text] of texts) {
    keys.add(key);
    for (const word of wordsOf(text)) saying.set(word, (saying.get(word) ?? new Set()).add(key));
  }
  return (query) => {
    let found: ReadonlySet<Key> = keys;
    for (const sought of soughtIn(query)) {
      if (found.size === 0) break;
      const speaking = new Set([...saying].flatMap(([word, those]) => (isSpoken(sought, word) ? [...those] : [])));
      found = new Set([...found].filter((key) => speaking.has(key)));
    }
    return found;
  };
}

/** How many words of the query the text speaks of. */
export function spokenWords(query: string, text: string): number {
  const words = wordsOf(text);
  return soughtIn(query).filter((sought) => words.some((word) => isSpoken(sought, word))).length;
}

interface Sought {
  readonly word: string;
  /** An acronym, written in capitals or short: it is a word, and no beginning of another. */
  readonly whole: boolean;
}

/** « l’hébergement » is sought as « hébergement ». */
function soughtIn(query: string): readonly Sought[] {
  return lettersOf(query.replaceAll(/(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)['’]/giu, ' ')).map((letters) => ({
    word: letters.toLowerCase(),
    whole: letters.length <= 3 || letters === letters.toUpperCase(),
  }));
}

function isSpoken({ word: sought, whole }: Sought, word: string): boolean {
  return (whole ? singular(word) === singular(sought) : word.startsWith(sought)) || word === singular(sought);
}
