import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Inline } from '../../src/pages/inline.ts';
import { loadPages } from '../../src/pages/load.ts';
import type { Block } from '../../src/pages/page.ts';
import { seeds } from './folder.ts';

const files = readdirSync(seeds);
const pages = loadPages(seeds);
const { faq, ...articles } = pages;
const answers = faq.categories.flatMap(({ questions }) => questions);
const blocks: readonly (readonly Block[])[] = [
  ...Object.values(articles).flatMap(({ sections }) => sections.map((section) => section.blocks)),
  ...answers.map(({ answer }) => answer),
];

/** Every string of a file but addresses, which keep their own punctuation. */
function wordings(file: string): readonly string[] {
  return strings(parse(readFileSync(join(seeds, file), 'utf8'))).map((text) => text.replace(/\]\([^)]*\)/g, ']'));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function faults(file: string, wrong: RegExp): readonly string[] {
  return wordings(file).filter((text) => wrong.test(text));
}

/** What a reader sees, with something in the place of the support's address. */
function read(text: readonly Inline[]): string {
  return text.map((token) => (token.kind === 'support' ? 'adresse' : token.text)).join('');
}

describe.each(files)('typography of %s', (file) => {
  test.each([
    ['straight apostrophe or quotation mark', /['"]/],
    ['dots for an ellipsis', /\.\.\./],
    ['double space, or a space at an end', /[ \u00a0]{2}|^\s|\s$|\n/],
    ['high punctuation without its non-breaking space', /(?<![\u00a0!?])[:;!?»%]/],
    ['opening quotation mark without its non-breaking space', /«(?!\u00a0)/],
    ['space before a comma, a full stop or a closing bracket', /[ \u00a0][,.)](?!zip)/],
    ['space after an opening bracket or an apostrophe', /[(’] /],
    [
      'capital without its accent',
      /\b(?:Etat|Etape|Ethique|Evaluation|Editeur|Egalement|Equipe)|(?:^|[.!?] )A (?=[a-zà-ÿ])/,
    ],
    ['vowels that French binds', /oeuvre|coeur|noeud|voeu/i],
    ['number parted from its unit', /\d (?:jours?|ans?|mois|heures?|Mo)\b|n° /],
  ])('no %s', (_, wrong) => {
    expect(faults(file, wrong)).toEqual([]);
  });
});

describe('sentences', () => {
  test('a paragraph ends with a full stop, or with a colon before a list', () => {
    const wrong = blocks.flatMap((content) =>
      content.filter((block, index) => {
        if (block.kind !== 'paragraph') return false;
        const next = content[index + 1]?.kind ?? 'paragraph';
        return !(next === 'paragraph' ? /\.$/ : /[.:]$/).test(read(block.text));
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('a list is either sentences, or one sentence cut by semicolons', () => {
    const lists = blocks
      .flat()
      .flatMap((block) => ('items' in block && block.kind !== 'definitions' ? [block.items.map(read)] : []));
    const wrong = lists.filter((items) => {
      const [last = '', ...others] = items.toReversed();
      const sentences = others.every((item) => item.endsWith('.') && /^[A-ZÀ-Ý]/.test(item));
      return !last.endsWith('.') || !(sentences || others.every((item) => item.endsWith('\u00a0;')));
    });
    expect(lists.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  test('a definition ends with a full stop, unless it is only an address', () => {
    const definitions = blocks.flat().flatMap((block) => (block.kind === 'definitions' ? block.items : []));
    expect(definitions.length).toBeGreaterThan(40);
    expect(definitions.filter(({ text }) => !/^adresse$|\.$/.test(read(text)))).toEqual([]);
  });

  test('a question ends with a question mark, and no title ends with punctuation', () => {
    const titles = [
      ...Object.values(articles).flatMap(({ title, sections }) => [title, ...sections.map((section) => section.title)]),
      ...faq.categories.map(({ title }) => title),
    ];
    expect(answers.filter(({ question }) => !question.endsWith('\u00a0?'))).toEqual([]);
    expect(titles.filter((title) => /[.:;!?]$/.test(title))).toEqual([]);
  });
});
