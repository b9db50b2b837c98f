import type { Page } from 'playwright-core';
import { paths } from '../../../src/web/paths.ts';
import { answered, at, type State, send } from './state.ts';

/** What a person reads when something is refused or does not work. */
export const errors: readonly State[] = [
  at('visitor', '/rien-ici'),
  at('responsible', '/rien-ici'),
  at('visitor', '/%E0%A4%A'),
  at('responsible', paths.staff()),
  at('visitor', paths.choosePassword({ token: 'x'.repeat(43) })),
  at('visitor', paths.confirmEmail({ token: 'x'.repeat(43) })),
  at('visitor', paths.requestPapers({ token: 'x'.repeat(43) })),
  {
    name: '401, the session ended while a form was filled in',
    who: 'contributor',
    reach: async (page) => {
      await page.goto(paths.accountProfile());
      const cookies = await page.context().cookies();
      await page.context().clearCookies();
      await send(page, 401);
      await page.context().addCookies(cookies);
    },
  },
  {
    name: '403, a form that was open for too long',
    who: 'contributor',
    reach: async (page) => {
      await page.goto(paths.accountProfile());
      await spoilToken(page);
      await send(page, 403);
    },
  },
  {
    name: '403, an act without a page of its own that was open for too long',
    who: 'responsible',
    reach: async (page) => {
      await page.goto(paths.accountSessions());
      await spoilToken(page);
      await page.locator('header summary').first().click();
      await answered(page, 403, page.getByRole('button', { name: 'Se déconnecter' }).first().click());
    },
  },
  {
    name: '409, somebody else changed the account meanwhile',
    who: 'responsible',
    reach: async (page, app, { target }) => {
      await page.goto(paths.userProfile({ login: target.login }));
      await app.deps.prisma.user.update({ where: { id: target.id }, data: { revision: { increment: 1 } } });
      await page.getByLabel('Fonction').fill('Directeur');
      await send(page, 409);
    },
  },
  {
    name: '429, too many links tried',
    who: 'visitor',
    reach: async (page) => {
      // From elsewhere, or nobody would be let in any more.
      await page.setExtraHTTPHeaders({ 'X-Forwarded-For': '203.0.113.1' });
      const dead = paths.requestPapers({ token: 'x'.repeat(43) });
      for (let tried = 0; (await page.request.get(dead)).status() !== 429; tried += 1) {
        if (tried > 100) throw new Error('As many links as one likes may be tried.');
      }
      await page.goto(dead);
      await page.setExtraHTTPHeaders({});
    },
  },
];

function spoilToken(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const input of document.querySelectorAll<HTMLInputElement>('[name=_csrf]')) input.value = 'périmé';
  });
}
