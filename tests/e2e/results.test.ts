import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { theScoredProduct } from '../builders/scored.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { keyboard } from './pages/keyboard.ts';
import { firstLook, wrongIn } from './walk/looks.ts';

/** How long a loaded machine may take. */
const LONG = 180_000;

describeInBrowser('Q8: step 5.2 of the guide, the results of an evaluation', () => {
  const live = useLiveApp();

  /** Two validated responses and a draft. */
  async function theResults(options: BrowserContextOptions = {}) {
    const { claire, pageOf, all, validated, drafted } = await theScoredProduct(live());
    const whole = { ...all('securite', 2), '06.01': 0, '05.04': 1 } as const;
    await validated('securite', all('securite', 1));
    await validated('securite', whole, { '06.01': 'Prévu en mars' });
    await drafted('securite', { ...whole, '06.01': 3 });
    const page = await live().windowOf(claire, { ...firstLook, ...options });
    const base = pageOf('securite');
    await page.goto(`${base}/resultats`);
    return { page, base };
  }

  const box = (page: Page, name: string) => page.getByRole('checkbox', { name });

  test('a box hides its line and shows it again, with the pointer or with the keyboard', {
    timeout: LONG,
  }, async () => {
    const { page } = await theResults();
    await page.locator('.cv-radar canvas').waitFor();
    await drawn(page, '--cv-draft', true);
    await box(page, 'Dernier brouillon enregistré').uncheck();
    await drawn(page, '--cv-draft', false);
    await drawn(page, '--cv-accent', true);
    const keys = keyboard(page);
    await page.getByRole('button', { name: 'Enregistrer l’image' }).focus();
    await keys.tabTo('Dernier brouillon enregistré');
    await keys.press('Space');
    await drawn(page, '--cv-draft', true);
    await keys.tabTo('Niveau minimum requis');
    await keys.press('Space');
    await drawn(page, '--cv-required', false);
  });

  test('in dark, the lines take the colours of the dark scheme at once', { timeout: LONG }, async () => {
    const { page } = await theResults();
    await drawn(page, '--cv-accent', true);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-fr-theme=dark]').waitFor({ state: 'attached' });
    await drawn(page, '--cv-accent', true);
    await drawn(page, '--cv-draft', true);
  });

  test('« Enregistrer l’image » gives a picture with a name that says of what', { timeout: LONG }, async () => {
    const { page } = await theResults();
    const downloaded = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Enregistrer l’image' }).click();
    const download = await downloaded;
    expect(download.suggestedFilename()).toMatch(/^Résultats Sécurité – Careoptim – v1\.0 – \d+\.png$/);
    const picture = await readFile(await download.path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 900]);
    await page.getByRole('status').filter({ hasText: 'L’image est enregistrée.' }).waitFor({ state: 'attached' });
  });

  test('without scripts: the server’s drawing, boxes that work, and no button that does nothing', {
    timeout: LONG,
  }, async () => {
    const { page } = await theResults({ javaScriptEnabled: false });
    const traces = page.locator('svg.cv-drawing .cv-trace');
    await expectVisible(traces, 4);
    await box(page, 'Dernier brouillon enregistré').uncheck();
    await expectVisible(traces, 3);
    expect(await page.getByRole('button', { name: 'Enregistrer l’image' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Imprimer' }).count()).toBe(0);
  });

  test('on paper: the drawing above its table, no navigation, nothing folded', { timeout: LONG }, async () => {
    const { page } = await theResults();
    await page.getByRole('button', { name: 'Imprimer' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const drawing = page.locator('svg.cv-drawing');
    expect(await drawing.isVisible()).toBe(true);
    expect(await page.locator('.cv-radar canvas').isVisible()).toBe(false);
    expect(await page.locator('.cv-object__aside').isVisible()).toBe(false);
    const above = await drawing.boundingBox();
    const below = await page.locator('.cv-table--axes').boundingBox();
    expect(above && below && above.y + above.height <= below.y).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('main details:not([open])').count()).toBe(0);
  });

  test('Q4: from the history, one past response, then any two compared', { timeout: LONG }, async () => {
    const { page } = await theResults();
    await page.getByRole('link', { name: 'Voir : Réponse n° 2' }).click();
    await page.getByRole('heading', { level: 1, name: 'Réponse n° 2 : Sécurité' }).waitFor();
    expect(await page.getByText('Prévu en mars').isVisible()).toBe(true);
    await page.goBack();
    await page.getByRole('link', { name: 'Comparer deux réponses' }).click();
    await page.getByLabel('Réponse de départ').selectOption({ label: 'Réponse n° 1, 20 novembre 2026' });
    await page.getByRole('button', { name: 'Comparer' }).click();
    await page.waitForURL(/de=1&a=brouillon/);
    await page.getByText(/réponses diffèrent/).waitFor();
  });

  test.each(['resultats', 'historique/2', 'comparaison'])(
    'axe finds nothing on /%s',
    { timeout: LONG },
    async (name) => {
      const { page, base } = await theResults();
      await page.goto(`${base}/${name}`);
      expect(await wrongIn(page, name)).toEqual([]);
    },
  );
});

/** Until the canvas has, or has no more, a pixel of the colour of a line. */
async function drawn(page: Page, variable: string, present: boolean): Promise<void> {
  await page.waitForFunction(
    ([name, wanted]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.cv-radar canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      if (pixels === undefined) return false;
      const probe = document.createElement('i');
      probe.style.color = `var(${name})`;
      document.body.append(probe);
      const [red, green, blue] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
      probe.remove();
      let found = false;
      for (let at = 0; at < pixels.length && !found; at += 4) {
        found = pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue && pixels[at + 3] === 255;
      }
      return found === wanted;
    },
    [variable, present] as const,
  );
}

async function expectVisible(lines: ReturnType<Page['locator']>, count: number): Promise<void> {
  const seen = await Promise.all((await lines.all()).map((one) => one.isVisible()));
  expect(seen.filter(Boolean)).toHaveLength(count);
}
