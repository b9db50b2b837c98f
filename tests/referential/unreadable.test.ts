import { describe, expect, test } from 'vitest';
import { told } from '../../src/referential/load.ts';
import { Source } from '../../src/referential/source.ts';
import { assembleFiles, guideFiles } from './guide-files.ts';

const colon = (opening: string) =>
  `un texte sans guillemets contient un deux-points suivi d’une espace\u00a0; écrivez «\u00a0${opening}\u00a0», puis le texte à la ligne`;
const tab = 'une tabulation commence la ligne\u00a0; remplacez-la par des espaces';
const unaligned = 'cette ligne est mal décalée\u00a0; alignez-la';
const bracket = 'un crochet ou une accolade n’est pas fermé\u00a0; ajoutez';
const neither = 'cette ligne n’est ni une clé ni la suite d’un texte\u00a0; écrivez';
const sign = 'un texte ne commence pas par ce signe\u00a0; mettez';
const afterQuote = 'du texte suit un guillemet fermé\u00a0; écrivez le texte sans guillemets';
const open = (mark: string) => `un guillemet (${mark}) est ouvert et n’est pas fermé\u00a0; ajoutez ${mark}`;

/** What is written, the line where it is told, and how. */
const broken: readonly [what: string, text: string, line: number, reason: string][] = [
  ['a colon in a text', 'a:\n  title: Le produit : il porte\n', 2, colon('title: >-')],
  ['a colon in a text that begins with a quoted word', 'a:\n  - title: "x" : y\n', 2, colon('title: >-')],
  ['a colon on the second line of a text', 'a:\n  b: Le produit\n    l’INS : oui\n  c: d\n', 3, colon('b: >-')],
  ['a colon on the third', 'a:\n  - b: un\n      deux\n      l’INS : oui\n    c: d\n', 4, colon('b: >-')],
  ['a colon in a text of a list', 'a:\n  - Le produit\n    l’INS : oui\n  - c\n', 3, colon('- >-')],
  ['a colon between braces', 'a: { title: Note : x, b: c }\n', 1, 'entre crochets ou accolades, un texte contient'],
  ['a tab before a key', 'a:\n  b: c\n\td: e\n', 3, tab],
  ['a tab before an item', 'a:\n\t- b\n', 2, tab],
  ['a tab before a text', 'a:\n  b: >-\n\tc\n  d: e\n', 3, tab],
  ['a key too far to the right', 'a:\n  b: c\n   d: e\n', 3, unaligned],
  ['a key too far to the left', 'a:\n    b: c\n  d: e\n', 3, unaligned],
  ['a key beside that of an item', 'a:\n  - b: c\n   d: e\n', 3, unaligned],
  ['an item too far to the left', 'a:\n  - b\n - c\n', 3, unaligned],
  ['a key beside a list', '- a\nb: c\n', 2, unaligned],
  ['a text that is not further than its key', 'a:\n  b: >-\n  text\n  c: d\n', 3, neither],
  ['a line that is no key', 'a: b\nc\nd: e\n', 2, neither],
  ['a quote left open until the end', 'a:\n  - b: "abc\n    c: d\n', 2, open('"')],
  ['an apostrophe left open', "x: 1\na: 'abc\nd: l'identité\n", 2, open("'")],
  ['a quote left open until the next', 'a:\n  b: "abc\n    x "y"\n  c: d\n', 2, open('"')],
  ['an apostrophe between apostrophes', "a: 'l'identité'\nb: c\n", 1, afterQuote],
  ['a text after a quoted word', 'a: "x" y\n', 1, afterQuote],
  [
    'a key written twice',
    'b: 1\na: 1\na: 2\n',
    3,
    'cette clé est écrite deux fois\u00a0: «\u00a0a\u00a0»\u00a0; n’en gardez qu’une',
  ],
  ['a bracket left open', 'kind: [form\nid: x\n', 2, bracket],
  ['a bracket left open between braces', 'a: { question: x, in: [oui }\nb: c\n', 1, bracket],
  [
    'no space after a colon',
    'a:b\nc: d\n',
    1,
    'une espace manque après le deux-points\u00a0; écrivez «\u00a0a: …\u00a0»',
  ],
  ['a list on the line of its key', 'a: - b\n', 1, 'une liste commence sur la ligne de sa clé\u00a0; mettez'],
  [
    'a text on the line of its sign',
    'a: >- x\n  y\n',
    1,
    'un texte suit «\u00a0>\u00a0» ou «\u00a0|\u00a0» sur la même ligne\u00a0; mettez-le',
  ],
  ['a text that begins with a sign of YAML', 'a: @x\n', 1, sign],
  ['a text that begins with a star', 'a: b\nc: *x y\n', 2, sign],
  ['a text that begins with an ampersand', 'a: b\nc: &x y\n', 2, sign],
  ['a text that begins with an exclamation mark', 'a: b\nc: !x y\n', 2, sign],
  ['no comma between items', 'a: { b:> [c] }\n', 1, 'une virgule manque'],
  ['an inverse bar between quotes', 'a: "\\d"\n', 1, 'une barre oblique inverse'],
  ['two documents', 'a: b\n---\nc: d\n', 2, 'un fichier ne contient qu’un document\u00a0; retirez'],
];

describe('a file that is no YAML is told in French, at its line, with what to write instead', () => {
  test.each(broken)('%s', (_, text, line, reason) => {
    const { mistakes } = new Source('f.yaml', text);
    expect(mistakes.map((mistake) => mistake.line)).toEqual([line]);
    const [own = '', parser] = (mistakes[0]?.reason ?? '').split(' (analyseur\u00a0: ');
    expect(own.replace(/^YAML illisible\u00a0: /, '')).toContain(reason);
    // the parser's English comes after, if at all
    if (parser !== undefined) expect(parser).toMatch(/^[A-Z].*\)$/);
  });

  test('several mistakes are told together, one for each line', () => {
    const { mistakes } = new Source('f.yaml', 'a: 1\na: 2\nb: c: d\ne: f: g\n');
    expect(mistakes.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  test('what follows a quote left open is not told', () => {
    const { mistakes } = new Source('f.yaml', 'a:\n  b: "abc\n    c: d\n    x "y\n  e: f: g\n');
    expect(mistakes.map(({ line }) => line)).toEqual([2]);
  });

  test('a whole file of the guide with a colon too many', () => {
    const file = 'questionnaires/exemple-maturite.yaml';
    const text = (guideFiles.get(file) ?? '').replace('objective: Mesurer', 'objective: But : mesurer');
    const line = text.split('\n').findIndex((row) => row.includes('But : mesurer')) + 1;
    const { mistakes } = assembleFiles(new Map([...guideFiles, [file, text]]));
    expect(told(mistakes[0] ?? expect.fail('a mistake is told'))).toContain(
      `${file}:${line}  YAML illisible\u00a0: ${colon('objective: >-')}`,
    );
  });
});
