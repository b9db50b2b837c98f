import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens and closes with the keyboard all that opens and closes in this part of the page. Fails on what does not. */
export async function operate(page: Page, part: 'header' | 'main'): Promise<void> {
  for (const summary of await shown(page, `${part} summary`)) {
    await toggles(page, summary, () => summary.evaluate((element) => element.parentElement?.hasAttribute('open')));
  }
  for (const button of await shown(page, `${part} button[aria-expanded]`)) {
    await toggles(page, button, async () => (await button.getAttribute('aria-expanded')) === 'true');
  }
  for (const tabs of await shown(page, `${part} [role=tablist]`)) await turns(page, tabs);
  for (const button of await shown(page, `${part} button[data-fr-opened]`)) await opensAWindow(page, button);
}

async function shown(page: Page, selector: string): Promise<readonly Locator[]> {
  // Without the filter: what opens meanwhile would change the places.
  const all = await page.locator(selector).all();
  const visible = await Promise.all(all.map((one) => one.isVisible()));
  return all.filter((_, index) => visible[index]);
}

async function toggles(page: Page, button: Locator, isOpen: () => Promise<boolean | undefined>): Promise<void> {
  const before = await isOpen();
  for (const [key, after] of [
    ['Enter', !before],
    ['Space', before],
  ] as const) {
    await button.focus();
    await page.keyboard.press(key);
    await expect.poll(isOpen, { message: `${await button.textContent()}: ${key}` }).toBe(after);
  }
}

/** The arrows go from tab to tab, and show its panel. */
async function turns(page: Page, list: Locator): Promise<void> {
  const chosen = list.locator('[role=tab][aria-selected=true]');
  const first = await chosen.textContent();
  await chosen.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => chosen.textContent()).not.toBe(first);
  await chosen.and(page.locator(':focus')).waitFor();
  await page.locator(`#${await chosen.getAttribute('aria-controls')}`).waitFor();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => chosen.textContent()).toBe(first);
}

/** The focus goes in and stays in; Escape closes, and gives it back. */
async function opensAWindow(page: Page, button: Locator): Promise<void> {
  const opened = page.locator(`#${await button.getAttribute('aria-controls')}`);
  const focus = page.locator(':focus');
  await button.focus();
  await page.keyboard.press('Enter');
  await opened.waitFor();
  await opened.locator(focus).waitFor();
  const stops = await opened.locator('a[href], button, input, summary').count();
  for (let pressed = 0; pressed <= stops; pressed += 1) {
    await page.keyboard.press('Tab');
    await opened.locator(focus).waitFor();
  }
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'hidden' });
  await button.and(focus).waitFor();
}

/** Follows one of the skip links: the next stop is inside what it names. */
export async function skip(page: Page, index: number, part: string): Promise<void> {
  for (let pressed = 0; pressed <= index; pressed += 1) await page.keyboard.press('Tab');
  await page.locator('.fr-skiplinks a:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.locator(`${part} :focus`).waitFor();
}
