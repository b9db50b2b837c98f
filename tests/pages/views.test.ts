import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { loadPages } from '../../src/pages/load.ts';
import { articleModel, type Facts, faqModel, siteMapModel } from '../../src/pages/models.ts';
import { openTemplates } from '../../src/web/templates.ts';
import { seeds, withTexts } from './folder.ts';

const template = openTemplates({ folder: join(import.meta.dirname, '../../views'), strict: true });
const pages = loadPages(seeds);
const facts: Facts = {
  supportEmail: 'assistance@exemple.fr',
  legal: { operator: undefined, publicationDirector: undefined, host: 'Hébergeur & Fils, 1 rue de Paris' },
};

function faqPage(query: string): string {
  return template('pages/faq', { page: { path: '/faq' }, model: faqModel(pages, query, facts) });
}

function articlePage(name: 'terms' | 'legal' | 'accessibility' | 'privacy'): string {
  return template('pages/article', { page: {}, model: articleModel(pages[name], facts) });
}

const visitor = {
  path: '/plan-du-site',
  user: null,
  signInHref: '/connexion',
  requestHref: '/demande-de-compte',
  navigation: [
    { label: 'Accueil', href: '/', current: false, children: [] },
    {
      label: 'Parcours',
      href: null,
      current: false,
      children: [{ label: 'Doctrine', href: '/parcours/doctrine', current: false }],
    },
  ],
  footer: [{ label: 'Mentions légales', href: '/mentions-legales' }],
};

function siteMap(page: object): string {
  return template('pages/site-map', { page, model: siteMapModel(pages) });
}

const everyPage: readonly (readonly [string, () => string])[] = [
  ['CGU', () => articlePage('terms')],
  ['legal notice', () => articlePage('legal')],
  ['accessibility declaration', () => articlePage('accessibility')],
  ['privacy', () => articlePage('privacy')],
  ['FAQ', () => faqPage('')],
  ['search that finds', () => faqPage('preuve')],
  ['search that finds nothing', () => faqPage('licorne')],
  ['site map', () => siteMap(visitor)],
];

describe.each(everyPage)('the page: %s', (_, render) => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-trailing-whitespace': 'off' },
    });
    const { results } = await validator.validateString(
      `<!DOCTYPE html><html lang="fr"><title>x</title>${render()}</html>`,
    );
    expect(results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`))).toEqual([]);
  });

  test('has its non-breaking spaces', () => {
    const text = render().replace(/<[^>]+>/g, '');
    expect(text.match(/.{0,20}(?: [:;!?»]|« ).{0,20}/g)).toBeNull();
  });

  test('leads to each anchor of its contents', () => {
    const html = render();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const anchors = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an article', () => {
  test('says what the operator configured, and otherwise that it is missing', () => {
    const html = articlePage('legal');
    expect(html).toContain('<dd>Hébergeur &amp; Fils, 1 rue de Paris</dd>');
    expect(html).toContain('L’exploitant n’a pas encore renseigné ce nom');
  });

  test('gives the configured address of the support', () => {
    expect(articlePage('accessibility')).toContain('<a href="mailto:assistance@exemple.fr">assistance@exemple.fr</a>');
  });

  test('shows tags in a text as text', () => {
    const html = withTexts(
      (edit) => edit.replace('cgu.yaml', 'title: Objet', 'title: <script>alert(1)</script>'),
      (folder) => template('pages/article', { page: {}, model: articleModel(loadPages(folder).terms, facts) }),
    );
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('the FAQ', () => {
  test('holds each question once, closed, under its category', () => {
    const html = faqPage('');
    const questions = pages.faq.categories.flatMap((category) => category.questions);
    expect([...html.matchAll(/<details class="cv-question">/g)]).toHaveLength(questions.length);
    expect(html).not.toContain('<details class="cv-question" open>');
  });

  test('an anchor is inside the answer, so that a browser opens it without a script', () => {
    expect(faqPage('')).toMatch(
      /<details class="cv-question">\s*<summary>Comment déposer une preuve[^<]*<\/summary>\s*<div class="cv-question__answer" id="deposer-une-preuve">/,
    );
  });

  test('a search gives back what was typed, escaped, and how many answers there are', () => {
    expect(faqPage(' preuve ')).toMatch(/\d+ réponses pour «\u00a0preuve\u00a0»/);
    expect(faqPage('<b>"')).toContain('value="&lt;b&gt;&#34;"');
  });

  test('the only answer found is open', () => {
    const html = faqPage('connectathon');
    expect(html).toContain('Une réponse pour');
    expect(html).toContain('<details class="cv-question" open>');
  });

  test('a search in vain says what to do', () => {
    const html = faqPage('licorne');
    expect(html).toContain('Aucune réponse pour «\u00a0licorne\u00a0»');
    expect(html).toContain('<a href="/faq">parcourir toutes les questions</a>');
    expect(html).toContain('mailto:assistance@exemple.fr');
  });
});

describe('the site map', () => {
  test('offers a visitor the menus, the ways in and the legal pages', () => {
    const links = [...siteMap(visitor).matchAll(/<a href="([^"#]+)">/g)].map(([, href]) => href);
    expect(links).toEqual(['/', '/parcours/doctrine', '/connexion', '/demande-de-compte', '/mentions-legales']);
  });

  test('offers somebody signed in their account rather than the ways in', () => {
    const html = siteMap({ ...visitor, user: { accountHref: '/compte', notificationsHref: '/notifications' } });
    expect(html).toContain('<a href="/compte">Mon compte</a>');
    expect(html).not.toContain('/connexion');
  });
});
