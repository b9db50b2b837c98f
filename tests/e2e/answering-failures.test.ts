import { afterEach, expect, test } from 'vitest';
import { aPerson, PASSWORD } from '../builders/people.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { aQuestionnaire } from './pages/questionnaires.ts';

describeInBrowser('What cannot be saved is said loudly, and nothing is lost', () => {
  const live = useLiveApp();
  afterEach(() => live().start());

  test('the server stops and starts again: kept meanwhile, then saved by itself', async () => {
    const { page, path, on, answers } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    await live().stop();
    await on.choose('A04.1', 'Niveau 2');
    await on.choose('A06.1', 'Niveau 3');
    const alert = page.getByRole('alert');
    await alert.getByText('Vos 2 dernières réponses ne sont pas encore enregistrées').waitFor();
    await alert.getByText('rien n’est perdu, vous pouvez continuer').waitFor();
    await on.state.getByText('2 réponses pas encore enregistrées').waitFor();
    await on.left.getByText('Gardées sur cet appareil · nouvel essai dans').waitFor();
    expect(await on.cell('A06.1').textContent()).toContain('pas encore enregistré');
    await on.criterion('A04.1').getByText('Gardé sur cet appareil, pas encore enregistré').waitFor();

    await live().start();
    await on.state.getByText('nregistré à 11').waitFor();
    expect(await alert.count()).toBe(0);
    expect(await answers()).toMatchObject([
      { criterion: 'A04.1', level: 2, revision: 1 },
      { criterion: 'A06.1', level: 3, revision: 1 },
    ]);
  });

  test('the session is over: signed in again in another tab, all is saved here', async () => {
    const { page, path, on, answers, claire } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    await live().deps.prisma.session.deleteMany({ where: { userId: claire.id } });
    await on.choose('A04.1', 'Niveau 2');
    await page.getByRole('alert').getByText('Votre session a expiré').waitFor();
    expect(await answers()).toEqual([]);
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Se reconnecter' }).click(),
    ]);
    await tab.getByLabel('Nom d’utilisateur').fill(claire.login);
    await tab.getByLabel(/^Mot de passe/).fill(PASSWORD);
    await tab.getByRole('button', { name: 'Se connecter' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Évaluation' }).waitFor();
    await on.state.getByText('nregistré à 11').waitFor();
    expect(await answers()).toMatchObject([{ criterion: 'A04.1', level: 2, revision: 1 }]);
    // The tab where one signed in shows what the first one saved, and goes on from there.
    await tab.locator('[data-criterion="A04.1"] [value="2"]:checked').waitFor({ state: 'attached' });
    expect(await tab.locator('[data-clash]').count()).toBe(0);
  });

  test('somebody else signed in meanwhile: nothing is saved under their name', async () => {
    const { page, path, on, answers, company, claire, product } = await aQuestionnaire(live(), 'urbanisation');
    const nina = await aPerson().of(company).under(claire).accessing(product).inside(live());
    await page.goto(path);
    const session = await live().sessionOf(nina);
    await page.context().addCookies([{ name: 'session', value: session, url: live().url }]);
    await on.choose('A04.1', 'Niveau 2');
    await page.getByRole('alert').getByText('Une autre personne s’est connectée').waitFor();
    expect(await answers()).toEqual([]);
  });

  test('leaving asks first while something is unsaved, and only then', async () => {
    const { page, path, on } = await aQuestionnaire(live(), 'urbanisation');
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    await page.goto(path);
    await on.choose('A04.1', 'Niveau 2');
    await on.saved();
    await page.getByRole('link', { name: 'Retour', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/urbanisation'));
    expect(asked).toEqual([]);

    await page.goto(path);
    await live().stop();
    await on.choose('A06.1', 'Niveau 1');
    await page.getByRole('alert').waitFor();
    const dialog = page.waitForEvent('dialog');
    await page.getByRole('link', { name: 'Retour', exact: true }).click({ noWaitAfter: true });
    await dialog;
    expect(asked).toEqual(['beforeunload']);
    await live().start();
    await on.saved();
  });

  test('left within the second: what waited is saved all the same', async () => {
    const { page, path, on, answers } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    await on.choose('A04.1', 'Niveau 1');
    await page.getByRole('link', { name: 'Retour', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/urbanisation'));
    await page.goto(path);
    await on.criterion('A04.1').locator('[value="1"]:checked').waitFor({ state: 'attached' });
    expect(await answers()).toMatchObject([{ criterion: 'A04.1', level: 1 }]);
  });

  test('a tab that crashed: what it kept on the device is proposed, beside what is saved', async () => {
    const { page, path, on, answers, claire } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    await on.choose('A04.1', 'Niveau 1');
    await on.saved();
    await live().stop();
    await on.choose('A04.1', 'Niveau 3');
    await on.choose('A06.1', 'Niveau 0');
    await page.getByRole('alert').getByText('Vos 2 dernières réponses').waitFor();
    await live().start();
    // The page goes without a word, as when its tab crashes.
    const again = await page.context().newPage();
    await Promise.all([page.close({ runBeforeUnload: false })]);
    await again.goto(path);
    // Said over the questionnaire and in the bar, with links: nobody takes it for saved.
    const alert = again.getByRole('alert').filter({ hasText: 'n’avaient pas pu être enregistrées' });
    await alert.getByRole('link', { name: 'A06.1' }).waitFor();
    await again.locator('[data-saved]').getByRole('link', { name: '2\u00a0réponses à départager' }).waitFor();
    const first = again
      .locator('[data-criterion="A04.1"]')
      .getByRole('group', { name: /n’avait pas pu être enregistrée/ });
    await first.getByText('gardée sur cet appareil').waitFor();
    await first.getByRole('button', { name: 'Garder ma réponse' }).click();
    const second = again
      .locator('[data-criterion="A06.1"]')
      .getByRole('group', { name: /n’avait pas pu être enregistrée/ });
    await second.getByRole('button', { name: 'Prendre cette réponse' }).click();
    await again.locator('[data-saved]').getByText('nregistré à 11').waitFor();
    await alert.waitFor({ state: 'detached' });
    expect(await answers()).toMatchObject([{ criterion: 'A04.1', level: 3, revision: 2, answeredById: claire.id }]);
    await again.reload();
    expect(await again.locator('[data-clash]').count()).toBe(0);
  });

  test('a refused storage: the page alone keeps, says so, and leaving asks at once', async () => {
    const { page, path, on } = await aQuestionnaire(live(), 'urbanisation');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(path);
    await live().stop();
    await on.choose('A04.1', 'Niveau 1');
    await page.getByRole('alert').getByText('dans cette page, ne la fermez pas').waitFor();
    await live().start();
    await on.press('Réessayer maintenant');
    await on.state.getByText('nregistré à 11').waitFor();
  });
});
