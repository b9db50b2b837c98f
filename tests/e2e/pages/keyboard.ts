import type { Page } from 'playwright-core';

/** A person who has no pointer: Tab until the words are read, then a key. */
export function keyboard(page: Page) {
  /** Goes on from where the focus is; round the page once at most. */
  const tabTo = async (name: string): Promise<void> => {
    const seen: string[] = [];
    for (let pressed = 0; pressed < 200; pressed += 1) {
      await page.keyboard.press('Tab');
      const words = await page.evaluate(() => {
        const element = document.activeElement;
        const label =
          element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
            ? element.labels?.[0]?.textContent
            : null;
        return (label ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      });
      if (words.startsWith(name)) return;
      seen.push(words.slice(0, 30));
    }
    throw new Error(`The keyboard never reaches ${name}, but ${seen.join(', ')}`);
  };
  return {
    tabTo,
    /** Goes on to the next choice, whatever it is called. */
    tabToRadio: async (): Promise<void> => {
      for (let pressed = 0; pressed < 30; pressed += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.matches('[type=radio]') ?? false)) return;
      }
      throw new Error('The keyboard finds nothing to choose.');
    },
    press: (key: string): Promise<void> => page.keyboard.press(key),
    /** A link, a button or a menu. */
    follow: async (name: string): Promise<void> => {
      await tabTo(name);
      await page.keyboard.press('Enter');
    },
    fill: async (name: string, words: string): Promise<void> => {
      await tabTo(name);
      await page.keyboard.type(words);
    },
  };
}
