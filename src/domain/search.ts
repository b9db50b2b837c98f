/** The words of a text without case, accents or ligatures, so that « Référencé » is found by "reference". */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "produits" also finds « produit »; "accès" does not find « accepter ». */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

/** How many words of the query begin a word of the text. */
export function matchedWords(query: string, text: string): number {
  const words = wordsOf(text);
  return wordsOf(query).filter((sought) => words.some((word) => word.startsWith(sought) || word === singular(sought)))
    .length;
}

/** Whether each word of the query begins a word in one of the texts. A query without a word matches everything. */
export function matches(query: string, ...texts: readonly string[]): boolean {
  return matchedWords(query, texts.join(' ')) === wordsOf(query).length;
}
