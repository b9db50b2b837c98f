import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** As the first look wants it; nothing moves, so that nothing is looked at half-way. */
export const firstLook: BrowserContextOptions = { viewport: desk, colorScheme: 'light', reducedMotion: 'reduce' };

/** The rules whose answer depends on colours; the others say the same in both schemes. */
const ofColours = ['color-contrast', 'link-in-text-block'];

const looks = [
  { scheme: 'light', viewport: desk, rules: 'all' },
  { scheme: 'dark', viewport: desk, rules: 'colours' },
  { scheme: 'dark', viewport: phone, rules: 'colours' },
  { scheme: 'light', viewport: phone, rules: 'all' },
] as const;

/** What is wrong in the page that this window shows, in its four looks. It is loaded once. */
export async function wrongIn(page: Page, name: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  await unfold(page);
  for (const { scheme, viewport, rules } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-fr-theme=${scheme}]`).waitFor({ state: 'attached' });
    const found = [...(await axe(page, rules)), ...(await misfits(page))];
    wrong.push(...found.map((one) => `${name}, ${scheme}, ${viewport.width} px: ${one}`));
  }
  await page.setViewportSize(desk);
  return wrong;
}

/** What is folded would not be looked at. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
    // As whoever has no scripts reads them.
    if (document.querySelector('main :is(.fr-collapse, .fr-tabs)')) document.documentElement.classList.remove('cv-js');
  });
}

async function axe(page: Page, rules: 'all' | 'colours'): Promise<readonly string[]> {
  // There is no frame in a page: no other window is needed to sum up.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules === 'all' ? builder : builder.withRules(ofColours)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

async function misfits(page: Page): Promise<readonly string[]> {
  const { overflow, headings } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // Among the components' examples there are others.
    headings: document.querySelectorAll('h1:not(.cv-gallery__example h1)').length,
  }));
  return [
    ...(overflow > 0 ? [`${overflow} pixels too wide`] : []),
    ...(headings === 1 ? [] : [`${headings} first headings`]),
  ];
}
