import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { componentExamples } from '../../src/web/gallery.ts';
import { openTemplates } from '../../src/web/templates.ts';
import { describeInBrowser, openBrowser } from '../support/browser.ts';
import { aFrame } from '../support/frame.ts';
import { type ServedPages, servePages } from '../support/pages.ts';

const template = openTemplates({ folder: join(root, 'views'), strict: true });
const model = { examples: componentExamples() };
const refused = {
  errors: [{ field: 'email', message: 'Saisissez une adresse complète.' }],
  notices: [{ kind: 'success', title: 'Produit archivé', text: 'Il ne figure plus au catalogue.' }],
} as const;
const pages = {
  '/composants': template('layouts/page', { page: aFrame({ breadcrumb: [] }), model }),
  '/visiteur': template('layouts/page', {
    page: aFrame({ user: null, demonstration: false, ...refused }),
    model: { examples: [] },
  }),
};

const widths = [1280, 390];

describeInBrowser.each(['light', 'dark'] as const)('In the %s scheme', (colorScheme) => {
  let browser: Browser;
  let served: ServedPages;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), servePages(pages)]);
    page = await (await browser.newContext({ colorScheme, reducedMotion: 'reduce' })).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  test.each(Object.keys(pages).flatMap((path) => widths.map((width) => ({ path, width }))))(
    '$path at $width pixels: axe finds nothing, nothing overflows, nothing breaks the policy',
    async ({ path, width }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(served.origin + path, { waitUntil: 'load' });
      await page.locator(`html[data-fr-js][data-fr-theme=${colorScheme}]`).waitFor({ state: 'attached' });

      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
    },
  );
});
