import { paths } from '../../../src/web/paths.ts';
import { aPerson, aProduct } from '../../builders/people.ts';
import { aRequest, aSubmittedRequest } from '../../builders/requests.ts';
import { errors } from './errors.ts';
import { questionnaires } from './questionnaires.ts';
import { answered, at, type State, send } from './state.ts';
import { steps } from './steps.ts';

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
  {
    name: 'what a changed qualification makes appear',
    who: 'other company',
    reach: async (page) => {
      await page.goto(paths.strategyQualification());
      await page.locator('main form label', { hasText: 'Oui' }).click();
      await send(page, 200);
    },
  },
  {
    name: 'the hand-over of a product, and its refused form',
    who: 'responsible',
    reach: async (page, app, { people, target }) => {
      const leader = await aPerson()
        .of({ id: target.companyId ?? '' })
        .under(people.responsible)
        .inside(app);
      await aProduct('Carnet de suivi')
        .of({ id: leader.companyId ?? '' })
        .ledBy(leader)
        .inside(app);
      await page.goto(paths.deleteUser({ login: leader.login }));
      await send(page, 422);
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

export const states: readonly State[] = [
  ...otherContents,
  ...errors,
  ...messages,
  ...questionnaires,
  ...steps,
  ...windows,
];
