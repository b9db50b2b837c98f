import { expect, test } from 'vitest';
import { everyCriterion } from '../builders/answers.ts';
import { aProduct, aResponse } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { aQuestionnaire, PHONE, SOCLES } from './pages/questionnaires.ts';

describeInBrowser('A questionnaire is answered on its page', () => {
  const live = useLiveApp();

  test('Q2: each answer is saved by itself, said so, counted, and followed by its consequence', async () => {
    const { page, path, on, answers } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    await on.choose('A04.1', 'Niveau 2');
    await on.criterion('A04.1').getByText('1 niveau sous le recommandé').waitFor();
    await on.state.getByText('nregistré à 11 h 00').waitFor();
    expect(await on.cell('A04.1').getAttribute('aria-current')).toBe('true');
    expect(await page.locator('[data-count-all]').textContent()).toBe('1/6');
    expect(await page.locator('[data-percent]').textContent()).toBe('16\u00a0%');
    expect(await on.left.textContent()).toBe('1/6 critères renseignés · 5\u00a0points à régler avant de valider');
    await on.criterion('A04.1').getByText('Vous, aujourd’hui à 11 h 00').waitFor();
    expect(await answers()).toMatchObject([{ criterion: 'A04.1', level: 2, revision: 1, answeredBy: 'Claire Roux' }]);

    await on.comment('A04.1', 'Depuis la version 4');
    await on.choose('A06.1', 'Niveau 3');
    await on.saved();
    expect(await answers()).toMatchObject([
      { criterion: 'A04.1', level: 2, comment: 'Depuis la version 4', revision: 2 },
      { criterion: 'A06.1', level: 3, revision: 1 },
    ]);
  });

  test('Q2: many changes within a second are one request, and the last one is what is saved', async () => {
    const { page, path, on, answers } = await aQuestionnaire(live(), 'urbanisation');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postData() ?? '');
    });
    await page.goto(path);
    for (const name of ['Niveau 0', 'Niveau 1', 'Niveau 2', 'Niveau 3']) await on.choose('A04.1', name);
    await on.state.getByText('nregistré à 11').waitFor();
    expect(sent).toHaveLength(1);
    expect(await answers()).toMatchObject([{ level: 3, revision: 1 }]);
  });

  test('Q2: the option product is asked once the box is ticked, and what it lacks is counted', async () => {
    const { page, path, on, answers, company, claire, product } = await aQuestionnaire(live(), 'urbanisation');
    const option = await aProduct('Module Tension').of(company).ledBy(claire).optionOf(product).inside(live());
    await page.goto(path);
    const select = on.criterion('A04.1').getByLabel('Produit option dont dépend ce niveau');
    expect(await select.isVisible()).toBe(false);
    await on.choose('A04.1', 'Niveau 2');
    await on.criterion('A04.1').getByText('Ce niveau dépend d’un produit option').click();
    await page.getByText('0/6 critères renseignés · 6 points à régler avant de valider').waitFor();
    await select.selectOption(option.id);
    await page.getByText('1/6 critères renseignés · 5 points à régler avant de valider').waitFor();
    await on.saved();
    expect(await answers()).toMatchObject([{ dependsOnOption: true, optionId: option.id }]);
  });

  test('Q3: « Valider » saves what waits, lists what is left with links that lead to it, and saves nothing twice', async () => {
    const { page, path, on, answers } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    await on.choose('A04.1', 'Niveau 3');
    await on.press('Valider');
    await page.getByText('Le questionnaire n’est pas encore validé').first().waitFor();
    expect(await answers()).toMatchObject([{ criterion: 'A04.1', level: 3, revision: 1 }]);
    await page
      .getByRole('link', { name: /^A09.2/ })
      .first()
      .click();
    await on.answer('A09.2', 'N/A').and(page.locator(':focus')).waitFor();
    await on.choose('A09.2', 'Niveau 1');
    await on.saved();
    expect(await on.criterion('A09.2').locator('.fr-error-text').count()).toBe(0);
  });

  test('Q3, Q4: all is answered, « Valider » validates it', async () => {
    const { page, path, on, product } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    for (const code of Object.keys(everyCriterion(live(), product, SOCLES.demarche, 'urbanisation', 2))) {
      await on.choose(code, 'Niveau 2');
    }
    await on.left.getByText('6/6 critères renseignés · prêt à être validé').waitFor();
    await on.press('Valider');
    await page.waitForURL((url) => !url.pathname.endsWith('/urbanisation'));
    expect(
      await live().deps.prisma.response.findFirst({ where: { subjectId: product.id, status: 'VALIDATED' } }),
    ).toMatchObject({ number: 1, frozen: { answers: { 'A04.1': 2, 'A09.2': 2 } } });
  });

  test('« Suivant » goes to the next one left; filters, folding and « Modifier » work without reloading', async () => {
    const { page, path, on, claire, product } = await aQuestionnaire(live(), 'urbanisation');
    await aResponse(product, 'urbanisation').answering({ 'A04.1': 1, 'A06.1': 3 }).draftedBy(claire).inside(live());
    await page.goto(path);
    // What is answered takes one line.
    expect(await on.answer('A04.1', 'Niveau 1').isVisible()).toBe(false);
    await page
      .getByRole('link', { name: /^Suivant/ })
      .first()
      .click();
    await page
      .getByRole('heading', { name: /^A07.2/ })
      .and(page.locator(':focus'))
      .waitFor();

    await page.getByRole('link', { name: /^Sous le recommandé/ }).click();
    await page.getByText('1 critère affiché', { exact: true }).waitFor({ state: 'attached' });
    expect(await on.answer('A07.2', 'Niveau 1').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Modifier la réponse à A04.1' }).click();
    await on.choose('A04.1', 'Niveau 3');
    await page.locator('[data-filter-count="sous-recommande"]').getByText('0', { exact: true }).waitFor();
    // Nothing leaves under the hand.
    expect(await on.answer('A04.1', 'Niveau 3').isVisible()).toBe(true);
    await page.getByRole('link', { name: /^Tous/ }).click();

    await on.press('Tout replier');
    expect(await on.answer('A07.2', 'Niveau 1').isVisible()).toBe(false);
    await page.getByRole('button', { name: /^A07 / }).click();
    expect(await on.answer('A07.2', 'Niveau 1').isVisible()).toBe(true);
    await on.press('Tout replier');
    await on.press('Tout déplier');
    expect(await on.answer('A09.2', 'Niveau 1').isVisible()).toBe(true);
  });

  test('On a phone the rail is a strip that opens, and « Actions » shows what is done at the end', async () => {
    const { page, path, on } = await aQuestionnaire(live(), 'urbanisation', SOCLES, PHONE);
    await page.goto(path);
    expect(await on.cell('A09.2').isVisible()).toBe(false);
    await on.press('6 restants');
    await on.cell('A09.2').click();
    await page
      .getByRole('heading', { name: /^A09.2/ })
      .and(page.locator(':focus'))
      .waitFor();
    expect(await on.cell('A09.2').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Valider', exact: true }).isVisible()).toBe(false);
    await on.press('Actions');
    await page.getByRole('button', { name: 'Valider', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Valider', exact: true }).isVisible()).toBe(false);
  });
});
