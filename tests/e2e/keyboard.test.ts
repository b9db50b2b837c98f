import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { aCompany, aResponsible, PASSWORD } from '../builders/people.ts';
import { kinds } from '../routes/matrix.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { keyboard } from './pages/keyboard.ts';
import { operate, skip } from './walk/operate.ts';
import { type Places, placesOf, walkers } from './walk/places.ts';
import { wrongOnTheWay } from './walk/stops.ts';

const live = useLiveApp();
const still = { reducedMotion: 'reduce' } as const;
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

describeInBrowser('Every page works by keyboard', () => {
  let places: Places;

  beforeAll(async () => {
    places = await placesOf(live());
  });

  test.each(walkers)(
    '%s: Tab reaches the skip links, then all that does something, in order and in sight, and leaves',
    async (who) => {
      const page = await places.windowOf(live(), who, still);
      const wrong: string[] = [];
      for (const path of places.pages.get(who) ?? []) {
        for (const viewport of [desk, phone]) {
          await page.setViewportSize(viewport);
          await open(page, path);
          const found = await wrongOnTheWay(page);
          wrong.push(...found.map((one) => `${path}, ${viewport.width} px: ${one}`));
        }
      }
      await page.context().close();
      expect(wrong).toEqual([]);
    },
    600_000,
  );

  test.each(walkers)(
    '%s: what opens and closes does so with Enter, Space, the arrows and Escape',
    async (who) => {
      const page = await places.windowOf(live(), who, still);
      for (const path of places.pages.get(who) ?? []) {
        await open(page, path);
        await operate(page, 'main');
      }
      await page.context().close();
    },
    600_000,
  );

  test.each(kinds)('%s: so do the menus and windows of the header, on a desk and on a phone', async (who) => {
    const page = await places.windowOf(live(), who, still);
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport);
      await open(page, '/plan-du-site');
      await operate(page, 'header');
    }
    await page.context().close();
  });

  test('the skip links lead to the content, the menu and the foot of the page', async () => {
    const page = await live().window(still);
    for (const [index, part] of ['main', '#menu-principal', 'footer'].entries()) {
      await open(page, '/plan-du-site');
      await skip(page, index, part);
    }
  });
});

describeInBrowser('A5, A8: with the keyboard alone', () => {
  test('a Responsable signs in, invites a contributor and signs out', async () => {
    const app = live();
    const claire = await aResponsible()
      .of(await aCompany().inside(app))
      .called('claire.clavier')
      .inside(app);
    const page = await app.window(still);
    const { tabTo, follow, fill, press } = keyboard(page);
    await page.goto('/');
    await follow('Se connecter');
    await page.waitForURL('**/connexion');
    await fill('Nom d’utilisateur', claire.login);
    await fill('Mot de passe', PASSWORD);
    await press('Enter');
    await page.waitForURL('**/tableau-de-bord');

    await follow('Utilisateurs');
    await page.waitForURL('**/utilisateurs');
    await follow('Ajouter un utilisateur');
    await page.waitForURL('**/utilisateurs/nouveau');
    await fill('Prénom', 'Hugo');
    await fill('Nom', 'Marchand');
    await fill('Fonction', 'Chef de projet');
    await fill('Téléphone professionnel', '06 12 34 56 78');
    await fill('Adresse électronique professionnelle', 'hugo.clavier@exemple.fr');
    await fill('Nom d’utilisateur', 'hugo.clavier');
    await tabTo('Contributeur');
    await press('Space');
    await follow('Créer le compte et envoyer l’invitation');
    await page.locator('[data-arrival=news]:focus').waitFor();
    await app.deliver();
    expect(app.mailbox.to('hugo.clavier@exemple.fr')).toHaveLength(1);
    const hugo = await app.deps.prisma.user.findFirstOrThrow({ where: { login: 'hugo.clavier' } });
    expect(hugo).toMatchObject({ role: 'CONTRIBUTOR', parentId: claire.id });

    await follow('Camille');
    await follow('Se déconnecter');
    await page.waitForURL('**/connexion?fin=deconnexion');
  });
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('html[data-fr-js]').waitFor({ state: 'attached' });
}
