import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import type { Frame } from '../../src/web/frame.ts';
import { openTemplates } from '../../src/web/templates.ts';
import { describeInBrowser, openBrowser } from '../support/browser.ts';
import { aFrame } from '../support/frame.ts';
import { type ServedPages, servePages } from '../support/pages.ts';

const template = openTemplates({ folder: join(root, 'views'), strict: true });
/** The whole frame around this content. */
const holding = (html: string, over: Partial<Frame> = {}): string =>
  template('layouts/page', { page: aFrame(over), model: { examples: [] } }).replace('</main>', `${html}</main>`);

const errors = [{ field: 'name', message: 'Saisissez un nom.' }];
const name = template('components/field', { name: 'name', label: 'Nom', value: 'Carnet', errors: [] });
const password = template('components/field', { name: 'password', type: 'password', label: 'Mot de passe', value: '' });
const paper = template('components/file', { name: 'paper', label: 'Pièce', formats: ['pdf'], maxBytes: 1000 });
const send = template('components/button', { label: 'Valider', name: 'act', value: 'validate' });
const form = (content: string, attributes = ''): string =>
  `<form class="cv-form" method="post" action="/envoi" ${attributes}>${content}${send}</form>`;

const window = template('components/modal', {
  id: 'suite',
  title: 'Et maintenant',
  body: 'Téléchargez les résultats.',
});
const questions = template('components/accordion', {
  name: 'faq',
  items: [{ title: 'Qu’est-ce qu’une démarche ?', body: 'Un processus.' }],
});

const pages = {
  '/formulaire': holding(form(name)),
  '/refus': holding(form(name), { errors }),
  '/nouvelle': holding('', { notices: [{ kind: 'success', title: 'Produit archivé', text: '' }] }),
  '/mot-de-passe': holding(form(password)),
  '/piece': holding(form(paper, 'enctype="multipart/form-data"')),
  '/garde': holding(form(name, 'data-guard')),
  '/replie': holding(`<a href="/formulaire">Formulaire</a>${questions}${window}`),
};

describeInBrowser('In a browser', () => {
  let browser: Browser;
  let served: ServedPages;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), servePages(pages)]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });
  afterEach(() => context.close());

  const open = async (path: string): Promise<void> => {
    await page.goto(served.origin + path);
  };
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.textContent?.trim() ?? null);

  describe('with scripts', () => {
    beforeEach(async () => {
      context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      page = await context.newPage();
    });
    const ready = (): Promise<void> => page.locator('html[data-fr-js]').waitFor({ state: 'attached' });

    test('the focus goes to the errors first', async () => {
      await open('/refus');
      await page.locator('[data-arrival=errors]:focus').waitFor();
      expect(await focused()).toContain('Saisissez un nom.');
      await page.getByRole('link', { name: 'Saisissez un nom.' }).click();
      await page.locator('#champ-name:focus').waitFor();
    });

    test('after a link it goes to the heading, on a first visit it stays at the top', async () => {
      await open('/replie');
      await ready();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
      await page.getByRole('link', { name: 'Formulaire' }).click();
      await page.locator('h1:focus').waitFor();
    });

    test('news come before the heading', async () => {
      await open('/replie');
      await page.evaluate(() => location.assign('/nouvelle'));
      await page.locator('[data-arrival=news]:focus').waitFor();
    });

    test('a form is sent once, with its button, which says so; coming back gives it back', async () => {
      await open('/formulaire');
      const before = served.posts.length;
      const button = page.locator('.cv-form button');
      await button.click();
      await button.click({ force: true });
      await button.and(page.locator('[aria-disabled=true]')).filter({ hasText: 'Envoi en cours…' }).waitFor();
      await expect.poll(() => served.posts.slice(before)).toEqual(['name=Carnet&act=validate']);
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      expect(await button.textContent()).toBe('Valider');
      expect(await button.getAttribute('aria-disabled')).toBeNull();
    });

    test('Q7: a file that is too large is said before anything is sent', async () => {
      await open('/piece');
      const before = served.posts.length;
      const file = (size: number) => ({ name: 'kbis.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(size) });
      await page.getByLabel('Pièce').setInputFiles(file(2500));
      const said = page.locator('#champ-paper-choisi');
      await expect.poll(() => said.textContent()).toBe('kbis.pdf (2,5 ko) : trop volumineux, 1 ko au plus');
      await page.locator('.cv-form button').click();
      await page.locator('#champ-paper:focus').waitFor();
      expect(await page.locator('.cv-form button').textContent()).toBe('Valider');
      await page.getByLabel('Pièce').setInputFiles(file(999));
      await expect.poll(() => said.textContent()).toBe('kbis.pdf (999 octets)');
      await page.locator('.cv-form button').click();
      await expect.poll(() => served.posts.length - before).toBe(1);
    });

    test('a password may be shown', async () => {
      await open('/mot-de-passe');
      await ready();
      const field = page.locator('#champ-password');
      expect(await field.getAttribute('type')).toBe('password');
      await page.getByRole('checkbox', { name: 'Afficher mot de passe' }).check({ force: true });
      await page.locator('#champ-password[type=text]').waitFor();
    });

    test('leaving a changed form asks first, leaving it as it was does not', async () => {
      const asked: string[] = [];
      page.on('dialog', async (dialog) => {
        asked.push(dialog.type());
        await dialog.accept();
      });
      await open('/garde');
      await page.getByLabel('Nom').fill('Carnet');
      await open('/garde');
      expect(asked).toEqual([]);
      await page.getByLabel('Nom').fill('Agenda');
      await open('/formulaire');
      expect(asked).toEqual(['beforeunload']);
    });

    test('the account menu opens with the keyboard, closes with Escape and gives the focus back', async () => {
      await open('/formulaire');
      const menu = page.locator('header details').first();
      await menu.locator('summary').focus();
      await page.keyboard.press('Enter');
      await menu.getByRole('button', { name: 'Se déconnecter' }).waitFor();
      const { violations } = await new AxeBuilder({ page }).include('header').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.keyboard.press('Escape');
      await menu.and(page.locator(':not([open])')).waitFor();
      await expect.poll(focused).toBe('Claire Martin');
    });

    test('the scheme is chosen, and kept', async () => {
      await open('/formulaire');
      await ready();
      await page.locator('.fr-header__tools').getByRole('button', { name: 'Affichage' }).click();
      await page.getByRole('radio', { name: 'Thème sombre' }).check({ force: true });
      await page.locator('html[data-fr-theme=dark]').waitFor({ state: 'attached' });
      await page.reload({ waitUntil: 'commit' });
      await page.locator('html[data-fr-theme=dark]').waitFor({ state: 'attached' });
    });

    test('on a phone the menu opens, and closes', async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      await open('/formulaire');
      await ready();
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.locator('#menu-principal').getByRole('link', { name: 'Tableau de bord' }).waitFor();
      await page.locator('#menu').getByRole('button', { name: 'Fermer' }).click();
      await page.locator('#menu-principal').waitFor({ state: 'hidden' });
    });

    test('D5: a window opens by its address', async () => {
      await open('/replie#suite');
      await page.getByRole('dialog', { name: 'Et maintenant' }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#suite').waitFor({ state: 'hidden' });
    });
  });

  describe('without scripts', () => {
    beforeEach(async () => {
      context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        javaScriptEnabled: false,
        colorScheme: 'dark',
      });
      page = await context.newPage();
    });

    test('menus drop where the pointer or the focus is', async () => {
      await open('/formulaire');
      const link = page.getByRole('link', { name: 'Cartographie' });
      const button = page.getByRole('button', { name: 'Vos produits' });
      await link.waitFor({ state: 'hidden' });
      await button.hover();
      await link.waitFor();
      await page.getByRole('heading', { level: 1 }).hover();
      await link.waitFor({ state: 'hidden' });
      await button.focus();
      await link.waitFor();
      await page.keyboard.press('Tab');
      await page.getByRole('link', { name: 'Catalogue' }).and(page.locator(':focus')).waitFor();
      await link.waitFor();
    });

    test('on a phone the whole menu is there, and one can sign out', async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      await open('/formulaire');
      await page.getByRole('link', { name: 'Cartographie' }).waitFor();
      const account = page.locator('#menu details');
      await account.locator('summary').click();
      await account.getByRole('button', { name: 'Se déconnecter' }).waitFor();
    });

    test('what is folded is read, and a window by its address', async () => {
      await open('/replie#suite');
      await page.getByText('Un processus.').waitFor();
      await page.getByText('Téléchargez les résultats.').waitFor();
      await open('/replie');
      await page.getByText('Téléchargez les résultats.').waitFor({ state: 'hidden' });
    });

    test('what only scripts can do is not offered', async () => {
      await open('/mot-de-passe');
      await page.getByText('Afficher', { exact: true }).waitFor({ state: 'hidden' });
      await page.locator('.fr-header [aria-controls=fr-theme-modal]').first().waitFor({ state: 'hidden' });
    });

    test('the scheme is the browser’s', async () => {
      await open('/formulaire');
      await expect
        .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
        .toBe('rgb(22, 22, 22)');
    });
  });
});
