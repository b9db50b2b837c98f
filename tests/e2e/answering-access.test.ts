import { expect, test } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { keyboard } from './pages/keyboard.ts';
import { aQuestionnaire, DESK, MES, PHONE, SOCLES } from './pages/questionnaires.ts';
import { wrongOnTheWay } from './walk/stops.ts';

describeInBrowser('Everybody answers: keyboard, screen reader, no scripts', () => {
  const live = useLiveApp();

  test('with the keyboard alone: Suivant, the arrows among the levels, and the next one', async () => {
    const { page, path, on, answers } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    const keys = keyboard(page);
    await keys.follow('Suivant');
    await page
      .getByRole('heading', { name: /^A04.1/ })
      .and(page.locator(':focus'))
      .waitFor();
    await keys.tabTo('N/A');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await keys.press(key);
    expect(await on.answer('A04.1', 'Niveau 2').isChecked()).toBe(true);
    await on.state.getByText('nregistré à 11').waitFor();
    expect(await answers()).toMatchObject([{ criterion: 'A04.1', level: 2, revision: 1 }]);
  });

  test.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])(
    'with the keyboard alone, on %s: what has the focus is never under the action bar',
    async (_, options) => {
      const { page, path, on } = await aQuestionnaire(live(), 'securite', SOCLES, {
        ...options,
        reducedMotion: 'reduce',
      });
      await page.goto(path);
      await on.saved();
      expect(await wrongOnTheWay(page)).toEqual([]);
    },
    180_000,
  );

  test('with a screen reader: what the choices, the state and the progress are called', async () => {
    const { page, path, on } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    const group = page.getByRole('group', { name: /^Sélectionnez le niveau de maturité de votre produit.*A04.1/ });
    expect(await group.getByRole('radio').count()).toBe(5);
    await group.getByRole('radio', { name: /Niveau 1.*orange, faible/ }).check();
    await page.getByRole('status').getByText('nregistré à 11').waitFor();
    await page.getByRole('progressbar', { name: '1 critère renseigné sur 6' }).waitFor();
    await page.getByRole('navigation', { name: 'Avancement du questionnaire' }).waitFor();
    await on.press('Tout replier');
    expect(await page.getByRole('button', { name: /^A04 / }).getAttribute('aria-expanded')).toBe('false');
  });

  test('Q3: without scripts, the whole form is saved as a draft', async () => {
    const options = { ...DESK, javaScriptEnabled: false };
    const { page, path, on, answers } = await aQuestionnaire(live(), 'urbanisation', SOCLES, options);
    await page.goto(path);
    await on.choose('A04.1', 'Niveau 2');
    await on.choose('A09.2', 'N/A');
    await page.locator('.cv-actions').getByRole('button', { name: 'Enregistrer comme brouillon' }).click();
    await page.getByText('Brouillon enregistré à').first().waitFor();
    expect(await answers()).toMatchObject([
      { criterion: 'A04.1', level: 2 },
      { criterion: 'A09.2', notApplicable: true },
    ]);
  });

  test('Q5: Éthique: N/A asks for its comment, a section is set aside with its reason, and comes back as it was', async () => {
    const { page, path, on, product } = await aQuestionnaire(live(), 'ethique-mes', MES);
    await page.goto(path);
    const first = page.locator('[data-criterion]:has(input[value="na"])').first();
    const code = (await first.getAttribute('data-criterion')) ?? '';
    await on.choose(code, 'Non applicable');
    await on.saved();
    expect(await page.locator('[data-count-all]').textContent()).toBe('0/34');
    await on.comment(code, 'Sans objet ici');
    await page.locator('[data-count-all]').getByText('1/34').waitFor();
    await on.saved();

    const section = page.locator('[data-section]:has(> * > .cv-switch)').first();
    await section.getByRole('switch').first().click();
    const reason = section.getByRole('textbox', { name: /^Raison/ }).first();
    await reason.and(page.locator(':focus')).waitFor();
    // Q5: one reason is missing, however many criteria the section answers for.
    const left = 34 - (await section.locator('[data-criterion]').count()) + 1;
    await on.left.getByText(`${left} points à régler`).waitFor();
    await reason.fill('Le produit n’édite aucun contenu');
    await section.getByText('Section déclarée non applicable par vous').first().waitFor();
    await on.saved();
    const { prisma } = live().deps;
    const where = { response: { subjectId: product.id } };
    expect(await prisma.sectionSwitch.findMany({ where })).toMatchObject([
      { reason: 'Le produit n’édite aucun contenu' },
    ]);
    await section.getByRole('switch').first().click();
    await on.saved();
    expect(await prisma.sectionSwitch.count({ where })).toBe(0);
    expect(await on.answer(code, 'Non applicable').isChecked()).toBe(true);
  });
});
