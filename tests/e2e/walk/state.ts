import type { Page } from 'playwright-core';
import type { Cast } from '../../routes/cast.ts';
import type { Kind } from '../../routes/matrix.ts';
import type { TestApp } from '../../support/app.ts';

/** What no address alone shows: `reach` brings there the window of this kind of person. */
export interface State {
  readonly name: string;
  readonly who: Kind;
  readonly reach: (page: Page, app: TestApp, cast: Cast) => Promise<unknown>;
}

export const at = (who: Kind, path: string): State => ({ name: path, who, reach: (page) => page.goto(path) });

/** The page's own form, as it is. */
export function send(page: Page, status: number): Promise<void> {
  return answered(page, status, page.locator('main form[method=post] button[type=submit]').first().click());
}

/** Acts, and waits for the page that answers. */
export async function answered(page: Page, status: number, act: Promise<unknown>): Promise<void> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest()),
    page.waitForEvent('load'),
    act,
  ]);
  if (response.status() !== status) throw new Error(`Answered with ${response.status()}, not ${status}`);
}
