import { speaksOf, spokenWords } from '../domain/search.ts';
import { plainText } from './inline.ts';
import type { Block, Category, Pages, Question } from './page.ts';

export interface FaqResult {
  readonly category: Category;
  readonly question: Question;
}

/** The questions that hold each word sought, in the question or its answer: first those whose question holds most of them. */
export function searchFaq({ faq }: Pick<Pages, 'faq'>, query: string): readonly FaqResult[] {
  return faq.categories
    .flatMap((category) => category.questions.map((question) => ({ category, question })))
    .filter(({ question }) => speaksOf(query, question.question, answerText(question.answer)))
    .map((result) => ({ result, rank: spokenWords(query, result.question.question) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ result }) => result);
}

function answerText(blocks: readonly Block[]): string {
  return blocks.flatMap(textsOf).join(' ');
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainText(block.text)];
    case 'list':
    case 'steps':
      return block.items.map(plainText);
    case 'definitions':
      return block.items.flatMap(({ term, text }) => [term, plainText(text)]);
  }
}
