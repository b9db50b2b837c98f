import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../src/domain/referential/questionnaire.ts';
import { placedCriteria } from '../../src/domain/referential/walk.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { textsOf, type Written } from './texts.ts';

const referential = await loadReferential(referentialFolder);
const texts = textsOf(referential);
const sentences = texts.filter(({ as }) => as === 'sentence');

const told = (found: readonly Written[]) => found.map(({ where, text }) => `${where}: ${text}`);
const wrong = (among: readonly Written[], test: (text: string) => boolean) =>
  told(among.filter(({ text }) => test(text)));

/** Turns that ask: an interrogative word, or a verb whose subject follows it. */
const asks = /\b(Quel|Quelle|Quels|Quelles|Qui|Comment|Combien|Où|Pourquoi)\b|-(t-)?(il|elle|ils|elles|vous|ce)\b/i;

describe('The referential reads as an expert writes', () => {
  test('all that a vendor reads is looked at', () => {
    const places = new Set(texts.map(({ where }) => where.split(' ')[0]));
    const published = [...referential.questionnaires.keys(), ...referential.parcours, ...referential.demarches];
    expect([...places].sort()).toEqual(
      [...new Set(published.map((one) => (typeof one === 'string' ? one : one.id)))].sort(),
    );
  });

  test('sentences are sentences: forty characters at least, a capital, and a full stop', () => {
    expect(wrong(sentences, (text) => text.length < 40)).toEqual([]);
    expect(wrong(sentences, (text) => !/[.…»)]$/.test(text))).toEqual([]);
    expect(wrong(sentences, (text) => !/^[\p{Lu}\d«]/u.test(text))).toEqual([]);
  });

  test('titles name, and questions ask', () => {
    const names = texts.filter(({ as }) => as !== 'sentence');
    expect(wrong(names, (text) => /[.;:,]$/.test(text))).toEqual([]);
    expect(wrong(names, (text) => !/^([\p{Lu}\d«]|iOS$)/u.test(text))).toEqual([]);
    expect(wrong(texts, (text) => text.includes('?') && !asks.test(text))).toEqual([]);
    const questions = texts.filter(({ as }) => as === 'question');
    expect(wrong(questions, (text) => asks.test(text) && !text.endsWith('\u00a0?'))).toEqual([]);
    expect(wrong(sentences, (text) => /\?\s*$/.test(text))).toEqual([]);
  });

  test('no straight apostrophe or quote, no double space, no leftover of the facts’ shorthand', () => {
    expect(wrong(texts, (text) => /['"“”]/.test(text))).toEqual([]);
    expect(wrong(texts, (text) => /\s{2}|^\s|\s$/.test(text))).toEqual([]);
    expect(wrong(texts, (text) => /\bidem\b|\bOCR\b|—|\?{2}|\b[ROJV] :|∈|∋|≠|≥|\betc\b(?!\.)/.test(text))).toEqual([]);
  });

  test('a non-breaking space stands before : ; ! ? » % and after «, and none before a comma or a full stop', () => {
    // A name and an extension are written their own way.
    const plain = (text: string) => text.replaceAll('ZED!', 'ZED').replaceAll(' .zip', ' zip');
    const spaced = /[^\u00a0][;!?»%]|«[^\u00a0]| :|[\p{L})»]:(?!\/\/)/u;
    expect(wrong(texts, (text) => spaced.test(plain(text)))).toEqual([]);
    expect(wrong(texts, (text) => /\s[,.)]|\.{2,}|,\p{L}/u.test(plain(text)))).toEqual([]);
  });

  test('no sentence serves twice, but for the way to deposit, which is the same everywhere', () => {
    const deposits = [...referential.questionnaires.values()].filter(({ kind }) => kind === 'deposit');
    const own = sentences.filter(({ where }) => !deposits.some(({ id }) => where.startsWith(`${id} `)));
    const seen = new Map<string, string>();
    const repeated: string[] = [];
    for (const { where, text } of own) {
      const first = seen.get(text);
      if (first === undefined) seen.set(text, where);
      else repeated.push(`${first} = ${where}: ${text}`);
    }
    expect(repeated).toEqual([]);
  });

  test('Q6: a type of proof is named in more than a word, and as no other of its questionnaire', () => {
    const vague = [...referential.questionnaires.values()].flatMap((one) => {
      if (one.kind !== 'maturity' && one.kind !== 'compliance') return [];
      const titles = placedCriteria<Criterion>(one.sections).flatMap(({ criterion }) =>
        criterion.scenarios.flatMap(({ proofs }) => proofs.map(({ title }) => title)),
      );
      return titles.filter((title, index) => !title.includes(' ') || titles.indexOf(title) < index);
    });
    expect(vague).toEqual([]);
  });
});
