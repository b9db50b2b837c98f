import { describe, expect, test } from 'vitest';
import { loadPages } from '../../src/pages/load.ts';
import { searchFaq } from '../../src/pages/search.ts';
import { seeds } from './folder.ts';

const pages = loadPages(seeds);
const found = (query: string): readonly string[] => searchFaq(pages, query).map(({ question }) => question.id);

describe('search in the FAQ', () => {
  test.each(['mot de passe oublié', 'MOT DE PASSE OUBLIE', '  oublie,  passe ! '])(
    '«%s» finds the forgotten password, without regard to case, accents and punctuation',
    (query) => {
      expect(found(query)[0]).toBe('mot-de-passe-oublie');
    },
  );

  test('an answer is searched too, in its paragraphs, lists and definitions', () => {
    expect(found('periode licorne')).toEqual([]);
    expect(found('Kbis')).toContain('ouvrir-un-compte');
    expect(found('mpeg')).toEqual(['deposer-une-preuve']);
    expect(found('A08.5.23')).toEqual(['dmp-compatibilite']);
  });

  test('a question that holds the words comes before an answer that does', () => {
    const ids = found('preuve');
    const inQuestion = ids.filter((id) => /preuve/.test(titleOf(id)));
    expect(ids.length).toBeGreaterThan(inQuestion.length);
    expect(ids.slice(0, inQuestion.length)).toEqual(inQuestion);
  });

  test('each word must be there', () => {
    expect(found('radar').length).toBeGreaterThan(0);
    expect(found('radar licorne')).toEqual([]);
  });
});

function titleOf(id: string): string {
  const questions = pages.faq.categories.flatMap((category) => category.questions);
  return questions.find((question) => question.id === id)?.question ?? '';
}
