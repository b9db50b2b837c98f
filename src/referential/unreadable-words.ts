import type { ErrorCode } from 'yaml';

export interface Told {
  readonly line: number;
  readonly reason: string;
}

/** Where the parser stumbled. */
export interface Stumble {
  readonly code: ErrorCode;
  readonly message: string;
  readonly line: number;
  /** The line, and its two halves around the place. */
  readonly row: string;
  readonly before: string;
  readonly rest: string;
  /** The lines below. */
  readonly next: readonly string[];
}

const unaligned =
  'cette ligne est mal décalée\u00a0; alignez-la sur celles du même niveau, avec deux espaces de plus que le niveau au-dessus';
const neither =
  'cette ligne n’est ni une clé ni la suite d’un texte\u00a0; écrivez «\u00a0clé: valeur\u00a0», ou décalez le texte de deux espaces de plus que sa clé';
const openBracket =
  'un crochet ou une accolade n’est pas fermé\u00a0; ajoutez «\u00a0]\u00a0» ou «\u00a0}\u00a0» à la fin de la liste, avant cette ligne ou sur elle';
const comma =
  'une virgule manque entre deux éléments d’une liste entre crochets ou accolades\u00a0; ajoutez-la, ou retirez le signe de trop';
const afterQuote =
  'du texte suit un guillemet fermé\u00a0; écrivez le texte sans guillemets, à la ligne après «\u00a0>-\u00a0», ou doublez l’apostrophe qu’il contient';
export const sign = 'un texte ne commence pas par ce signe\u00a0; mettez le texte à la ligne après «\u00a0>-\u00a0»';

/** What went wrong and what to write instead, for the mistakes that are usual: the first that matches. */
const usual: readonly (readonly [code: ErrorCode, message: RegExp, reason: string])[] = [
  ['BAD_INDENT', /^Flow/, openBracket],
  ['BAD_INDENT', /./, unaligned],
  ['MISSING_CHAR', /^Sequence item/, unaligned],
  ['MISSING_CHAR', /^Flow/, openBracket],
  ['MISSING_CHAR', /^Missing , or/, comma],
  ['MISSING_CHAR', /^Implicit map keys/, neither],
  ['BLOCK_AS_IMPLICIT_KEY', /block sequence/, unaligned],
  [
    'BLOCK_IN_FLOW',
    /./,
    'entre crochets ou accolades, un texte contient un deux-points suivi d’une espace\u00a0; mettez ce texte entre apostrophes, en doublant celles qu’il contient',
  ],
  [
    'UNEXPECTED_TOKEN',
    /block-seq-ind on same line/,
    'une liste commence sur la ligne de sa clé\u00a0; mettez «\u00a0-\u00a0» à la ligne, décalé de deux espaces',
  ],
  [
    'UNEXPECTED_TOKEN',
    /^(Block scalar header|Not a YAML token)/,
    'un texte suit «\u00a0>\u00a0» ou «\u00a0|\u00a0» sur la même ligne\u00a0; mettez-le à la ligne, décalé de deux espaces',
  ],
  ['UNEXPECTED_TOKEN', /./, unaligned],
  ['BAD_SCALAR_START', /./, sign],
  ['BAD_ALIAS', /./, sign],
  [
    'BAD_DQ_ESCAPE',
    /./,
    'une barre oblique inverse se lit autrement entre guillemets droits\u00a0; écrivez le texte sans guillemets',
  ],
  ['MULTIPLE_DOCS', /./, 'un fichier ne contient qu’un document\u00a0; retirez la ligne «\u00a0---\u00a0»'],
];

export function usualMistake(stumble: Stumble): Told {
  const { code, line, row, before, rest, message } = stumble;
  if (code === 'DUPLICATE_KEY') {
    const [name] = /^[^:]*/.exec(rest) ?? [''];
    return { line, reason: `cette clé est écrite deux fois\u00a0: «\u00a0${name}\u00a0»\u00a0; n’en gardez qu’une` };
  }
  if (/^ *\t/.test(row)) {
    return { line, reason: 'une tabulation commence la ligne\u00a0; remplacez-la par des espaces, deux par niveau' };
  }
  if (code === 'UNEXPECTED_TOKEN' && /["']\s*$/.test(before)) return { line, reason: afterQuote };
  const reason = usual.find(([one, words]) => one === code && words.test(message))?.[2];
  if (reason !== undefined) return { line, reason };
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY') return misreadKey(stumble);
  return { line, reason: 'la ligne ne se lit pas' };
}

const colon = /:(\s|$)/;
const key = /^\s*(?:- +)*([\w.-]+):(?:\s|$)/;

/** What was taken for a key: a text that holds a colon, on its line or below, or a line that is too far to the right. */
function misreadKey({ line, row, before, rest, next }: Stumble): Told {
  if (key.test(before) && colon.test(rest)) return colonIn(row, line);
  const end = next.findIndex((one) => one.trim() !== '' && indentOf(one) <= indentOf(row));
  const below = next.slice(0, end === -1 ? next.length : end);
  const at = below.findIndex((one) => colon.test(one));
  const found = below[at] ?? '';
  if (at >= 0) return key.test(found) ? { line: line + 1 + at, reason: unaligned } : colonIn(row, line + 1 + at);
  const unspaced = /^\s*(?:- +)*([\w.-]+):\S/.exec(row)?.[1];
  if (unspaced === undefined) return { line, reason: neither };
  return { line, reason: `une espace manque après le deux-points\u00a0; écrivez «\u00a0${unspaced}: …\u00a0»` };
}

function colonIn(row: string, line: number): Told {
  const name = key.exec(row)?.[1];
  const opening = name === undefined ? '- >-' : `${name}: >-`;
  return {
    line,
    reason: `un texte sans guillemets contient un deux-points suivi d’une espace\u00a0; écrivez «\u00a0${opening}\u00a0», puis le texte à la ligne, décalé de deux espaces`,
  };
}

function indentOf(row: string): number {
  return row.search(/\S/);
}
