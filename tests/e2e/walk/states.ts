import type { Page } from 'playwright-core';
import { paths } from '../../../src/web/paths.ts';
import { aRequest, aSubmittedRequest } from '../../builders/requests.ts';
import type { Cast } from '../../routes/cast.ts';
import type { Kind } from '../../routes/matrix.ts';
import type { TestApp } from '../../support/app.ts';

/** What no address alone shows: `reach` brings there the window of this kind of person. */
export interface State {
  readonly name: string;
  readonly who: Kind;
  readonly reach: (page: Page, app: TestApp, cast: Cast) => Promise<unknown>;
}

const at = (who: Kind, path: string): State => ({ name: path, who, reach: (page) => page.goto(path) });

/** The same kind of page with other things in it. */
const otherContents: readonly State[] = [
  at('visitor', '/questionnaires/urbanisation'),
  at('visitor', '/questionnaires/securite?demarche=evaluation-et-projection-socles&q=usager'),
  at('visitor', '/questionnaires/ethique-mes'),
  at('visitor', '/questionnaires/rgpd-mes'),
  at('visitor', '/faq?q=produit'),
  at('contributor without access', '/tableau-de-bord'),
  at('contributor', '/tableau-de-bord'),
  at('contributor', '/utilisateurs'),
  at('validator', '/tableau-de-bord'),
  at('verifier', '/tableau-de-bord'),
  at('verifier', '/notifications'),
  at('administrator', '/tableau-de-bord'),
];

const errors: readonly State[] = [
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

const messages: readonly State[] = [
  {
    name: 'a link to choose another password is sent',
    who: 'visitor',
    reach: async (page) => {
      await page.goto(paths.forgottenPassword());
      await page.locator('main form input:visible').first().fill('personne');
      await send(page, 200);
    },
  },
  {
    name: 'a request that has its papers',
    who: 'visitor',
    reach: async (page, app) => page.goto((await aSubmittedRequest(app)).link),
  },
  {
    name: 'a request that waits for its papers',
    who: 'verifier',
    reach: async (page, app) => page.goto(paths.request({ number: (await (await aRequest(app)).row()).number })),
  },
  {
    name: 'a request that was refused',
    who: 'verifier',
    reach: async (page, app) => {
      await page.goto(paths.request({ number: (await aSubmittedRequest(app)).number }));
      await page.locator('main details:has([name=refusalReason]) summary').click();
      await page.locator('[name=refusalReason]').fill('Les pièces ne sont pas lisibles.');
      await answered(page, 303, page.locator('main form:has([name=refusalReason]) [type=submit]').click());
      await page.locator('[data-arrival=news]').waitFor();
    },
  },
];

/** What opens over the page. */
const windows: readonly State[] = [
  ...(['visitor', 'responsible'] as const).map(
    (who): State => ({
      name: 'the window of the schemes',
      who,
      reach: async (page) => {
        await page.goto(paths.siteMap());
        await page.locator('html[data-fr-js]').waitFor({ state: 'attached' });
        await page.locator('.fr-header__tools').getByRole('button', { name: 'Affichage' }).click();
        await page.getByRole('dialog', { name: 'Paramètres d’affichage' }).waitFor();
      },
    }),
  ),
];

export const states: readonly State[] = [...otherContents, ...errors, ...messages, ...windows];

function spoilToken(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const input of document.querySelectorAll<HTMLInputElement>('[name=_csrf]')) input.value = 'périmé';
  });
}

/** The page's own form, as it is. */
function send(page: Page, status: number): Promise<void> {
  return answered(page, status, page.locator('main form[method=post] button[type=submit]').first().click());
}

async function answered(page: Page, status: number, act: Promise<unknown>): Promise<void> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest()),
    page.waitForEvent('load'),
    act,
  ]);
  if (response.status() !== status) throw new Error(`Answered with ${response.status()}, not ${status}`);
}
