import { formatDate } from '../domain/french/dates.ts';
import { paths } from '../web/paths.ts';
import type { Inline } from './inline.ts';
import type { Article, Block, Category, Definition, Faq, Pages, Question, Setting } from './page.ts';
import { searchFaq } from './search.ts';

declare module '../web/views.ts' {
  interface Views {
    'pages/article': ArticleModel;
    'pages/faq': FaqModel;
    'pages/site-map': SiteMapModel;
  }
}

/** What the configuration knows and the texts do not. */
export interface Facts {
  readonly supportEmail: string;
  readonly legal: Readonly<Record<Setting, string | undefined>>;
}

type InlineModel = Exclude<Inline, { kind: 'support' }>;

export type BlockModel =
  | { readonly kind: 'paragraph'; readonly text: readonly InlineModel[] }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly InlineModel[])[] }
  | { readonly kind: 'definitions'; readonly items: readonly { term: string; text: readonly InlineModel[] }[] };

interface Version {
  readonly date: string;
  readonly label: string;
}

export interface ArticleModel {
  readonly title: string;
  readonly summary: string;
  readonly version: Version;
  readonly sections: readonly { id: string; title: string; blocks: readonly BlockModel[] }[];
}

export interface QuestionModel {
  readonly id: string;
  readonly question: string;
  readonly category: string;
  readonly answer: readonly BlockModel[];
  readonly open: boolean;
}

export interface FaqModel {
  readonly title: string;
  readonly summary: string;
  readonly version: Version;
  readonly query: string;
  readonly categories: readonly { id: string; title: string; questions: readonly QuestionModel[] }[];
  /** Null when nothing is sought; empty when nothing is found. */
  readonly results: readonly QuestionModel[] | null;
  readonly supportEmail: string;
}

/** The navigation, the account and the legal pages come from the frame: the map cannot differ from the menus. */
export interface SiteMapModel {
  readonly title: string;
  readonly faqCategories: readonly { href: string; title: string }[];
}

export function articleModel(article: Article, facts: Facts): ArticleModel {
  const sections = article.sections.map(({ id, title, blocks }) => ({ id, title, blocks: blocksOf(blocks, facts) }));
  return { title: article.title, summary: article.summary, version: versionOf(article.version), sections };
}

export function faqModel(pages: Pick<Pages, 'faq'>, typed: string, facts: Facts): FaqModel {
  const query = typed.trim();
  const { title, summary, version, categories } = pages.faq;
  const shown = (question: Question, category: Category, open: boolean): QuestionModel => ({
    id: question.id,
    question: question.question,
    category: category.title,
    answer: blocksOf(question.answer, facts),
    open,
  });
  const found = searchFaq(pages, query);
  return {
    title,
    summary,
    version: versionOf(version),
    query,
    categories: categories.map((category) => ({
      id: category.id,
      title: category.title,
      questions: category.questions.map((question) => shown(question, category, false)),
    })),
    results: query === '' ? null : found.map(({ question, category }) => shown(question, category, found.length === 1)),
    supportEmail: facts.supportEmail,
  };
}

export function siteMapModel({ faq }: { readonly faq: Faq }): SiteMapModel {
  return {
    title: 'Plan du site',
    faqCategories: faq.categories.map(({ id, title }) => ({ href: `${paths.faq()}#${id}`, title })),
  };
}

function versionOf(date: string): Version {
  return { date, label: formatDate(new Date(date)) };
}

function blocksOf(blocks: readonly Block[], facts: Facts): readonly BlockModel[] {
  return blocks.map((block) => blockOf(block, facts));
}

function blockOf(block: Block, facts: Facts): BlockModel {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: inlineOf(block.text, facts) };
    case 'list':
    case 'steps':
      return { kind: block.kind, items: block.items.map((item) => inlineOf(item, facts)) };
    case 'definitions':
      return {
        kind: 'definitions',
        items: block.items.map((item) => ({ term: item.term, text: knownOf(item, facts) })),
      };
  }
}

/** The configuration's value when there is one, else the text, which says that it is missing. */
function knownOf({ text, setting }: Definition, facts: Facts): readonly InlineModel[] {
  const value = setting === null ? undefined : facts.legal[setting];
  return value === undefined ? inlineOf(text, facts) : [{ kind: 'text', text: value }];
}

function inlineOf(tokens: readonly Inline[], { supportEmail }: Facts): readonly InlineModel[] {
  return tokens.map((token) =>
    token.kind === 'support' ? { kind: 'link', text: supportEmail, href: `mailto:${supportEmail}` } : token,
  );
}
