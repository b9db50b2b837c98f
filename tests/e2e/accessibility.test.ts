import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Kind, kinds } from '../routes/matrix.ts';
import { openAway } from '../support/away.ts';
import { describeInBrowser } from '../support/browser.ts';
import { listen, useLiveApp } from '../support/live.ts';
import { formsIn, sendCarelessly } from './walk/forms.ts';
import { firstLook, wrongIn } from './walk/looks.ts';
import { type Places, placesOf, walkers } from './walk/places.ts';
import { states } from './walk/states.ts';

const live = useLiveApp();

/** How long a loaded machine may take. */
const LONG = 600_000;

describeInBrowser('Every page passes axe, in light and dark, on a desk and on a phone', () => {
  let places: Places;

  beforeAll(async () => {
    places = await placesOf(live());
  });

  test('every GET route of the application is walked, or answers no page', () => {
    expect(places.unknown).toEqual([]);
  });

  test.each(walkers)(
    '%s: each page, its forms refused, its searches in vain',
    async (who) => {
      const wrong: string[] = [];
      await share(places.pages.get(who) ?? [], who, async (page, path) => {
        wrong.push(...(await walk(page, path)));
      });
      expect(wrong).toEqual([]);
    },
    LONG,
  );

  test.each(kinds.filter((kind) => states.some(({ who }) => who === kind)))(
    '%s: what no address alone shows',
    async (who) => {
      const wrong: string[] = [];
      const theirs = states.filter((state) => state.who === who);
      await share(theirs, who, async (page, { name, reach }) => {
        await reach(page, live(), places.cast);
        wrong.push(...(await wrongIn(page, name)));
      });
      expect(wrong).toEqual([]);
    },
    LONG,
  );

  test('503: the database is away', async () => {
    const away = await openAway();
    const server = createServer(away.express);
    const url = await listen(server);
    const page = await live().window({ ...firstLook, baseURL: url });
    await page.context().addCookies([{ name: 'session', value: away.session, url }]);
    expect((await page.goto('/tableau-de-bord'))?.status()).toBe(503);
    const wrong = await wrongIn(page, '503');
    await page.context().close();
    await new Promise((resolve) => server.close(resolve));
    await away.close();
    expect(wrong).toEqual([]);
  });

  async function walk(page: Page, path: string): Promise<readonly string[]> {
    await page.goto(path);
    const forms = await formsIn(page);
    const wrong = [...(await wrongIn(page, path))];
    for (let index = 0; index < forms; index += 1) {
      await page.goto(path);
      wrong.push(...(await wrongIn(page, `${path}, ${await sendCarelessly(page, index)}`)));
    }
    return wrong;
  }

  /** Two windows of this person share the work: one loads while the other is looked at. */
  async function share<One>(all: readonly One[], who: Kind, act: (page: Page, one: One) => Promise<void>) {
    const left = [...all];
    const take = async (): Promise<void> => {
      const page = await places.windowOf(live(), who, firstLook);
      // Leaving what was typed asks first.
      page.on('dialog', (dialog) => dialog.accept());
      for (let one = left.shift(); one !== undefined; one = left.shift()) await act(page, one);
      await page.context().close();
    };
    await Promise.all([take(), take()]);
  }
});
