import { expect, test } from 'vitest';
import { aPerson } from '../builders/people.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { answeringPage } from './pages/answering.ts';
import { aQuestionnaire, DESK } from './pages/questionnaires.ts';

describeInBrowser('Two people answer one questionnaire at once', () => {
  const live = useLiveApp();

  async function twoPeople() {
    const first = await aQuestionnaire(live(), 'urbanisation');
    const { company, claire, product, path, page } = first;
    const nina = await aPerson().of(company).under(claire).named('Nina', 'Blanc').accessing(product).inside(live());
    const hers = await live().windowOf(nina, DESK);
    await Promise.all([page.goto(path), hers.goto(path)]);
    const other = { page: hers, on: answeringPage(hers) };
    return { ...first, nina, other };
  }

  test('Q2: different criteria: both are saved, nobody is asked', async () => {
    const { on, other, answers } = await twoPeople();
    await on.choose('A04.1', 'Niveau 2');
    await other.on.choose('A06.1', 'Niveau 3');
    await Promise.all([
      on.state.getByText('nregistré à 11').waitFor(),
      other.on.state.getByText('nregistré à 11').waitFor(),
    ]);
    expect(await answers()).toMatchObject([
      { criterion: 'A04.1', level: 2, answeredBy: 'Claire Roux' },
      { criterion: 'A06.1', level: 3, answeredBy: 'Nina Blanc' },
    ]);
  });

  test.each([
    ['Garder ma réponse', { level: 3, comment: '', answeredBy: 'Nina Blanc' }],
    ['Prendre cette réponse', { level: 1, comment: 'Depuis mars', answeredBy: 'Claire Roux' }],
  ])(
    'Q2: the same criterion: both answers are shown, with who and when, and « %s » settles it',
    async (choice, kept) => {
      const { on, other, answers } = await twoPeople();
      await on.choose('A04.1', 'Niveau 1');
      await on.comment('A04.1', 'Depuis mars');
      await on.state.getByText('nregistré à 11').waitFor();
      await on.saved();
      await other.on.choose('A04.1', 'Niveau 3');
      const clash = other.page.getByRole('group', {
        name: 'Deux réponses différentes à ce critère. Laquelle garder ?',
      });
      await clash.getByText('Réponse de Claire Roux').waitFor();
      await clash.getByText('Depuis mars').waitFor();
      // It is told to whoever does not see it.
      await other.page.getByRole('alert').getByText('Deux réponses différentes à ce critère').waitFor();
      await other.on.state.getByText('1 réponse à départager').waitFor();
      expect(await other.on.cell('A04.1').textContent()).toContain('⇄');
      expect(await answers()).toMatchObject([{ level: 1 }]);

      await clash.getByRole('button', { name: choice }).click();
      await other.on.saved();
      expect(await clash.count()).toBe(0);
      // Settled, whoever saved nothing else here is told no more that something waits.
      await expect.poll(() => other.on.state.textContent()).not.toContain('à départager');
      if (choice === 'Prendre cette réponse') {
        const who = other.page.locator('[data-criterion="A04.1"] [data-who]');
        expect(await who.textContent()).toContain('Claire Roux, ');
      }
      expect(await other.on.answer('A04.1', `Niveau ${kept.level}`).and(other.page.locator(':focus')).isChecked()).toBe(
        true,
      );
      expect(await answers()).toMatchObject([kept]);
    },
  );

  test('Q2: the same answer by two people is no conflict', async () => {
    const { on, other, answers } = await twoPeople();
    await on.choose('A04.1', 'Niveau 2');
    await on.state.getByText('nregistré à 11').waitFor();
    await other.on.choose('A04.1', 'Niveau 2');
    await other.on.state.getByText('nregistré à 11').waitFor();
    expect(await other.page.locator('[data-clash]').count()).toBe(0);
    expect(await answers()).toMatchObject([{ level: 2, revision: 1 }]);
  });

  test('Q2: with a conflict left, « Enregistrer comme brouillon » stays on the page and leads to it', async () => {
    const { on, other } = await twoPeople();
    await on.choose('A04.1', 'Niveau 1');
    await on.state.getByText('nregistré à 11').waitFor();
    await other.on.choose('A04.1', 'Niveau 3');
    await other.on.press('Enregistrer comme brouillon');
    const keep = other.page.getByRole('button', { name: 'Garder ma réponse' });
    await keep.and(other.page.locator(':focus')).waitFor();
    await keep.click();
    await other.on.press('Enregistrer comme brouillon');
    await other.page.getByText('Brouillon enregistré à').first().waitFor();
  });

  test('Two tabs of one person are in no conflict with each other', async () => {
    const { page, path, on, answers } = await aQuestionnaire(live(), 'urbanisation');
    await page.goto(path);
    const tab = await page.context().newPage();
    await tab.goto(path);
    const second = answeringPage(tab);
    await on.choose('A04.1', 'Niveau 1');
    await second.criterion('A04.1').locator('[value="1"]:checked').waitFor({ state: 'attached' });
    await second.choose('A04.1', 'Niveau 2');
    await second.state.getByText('nregistré à 11').waitFor();
    await on.criterion('A04.1').locator('[value="2"]:checked').waitFor({ state: 'attached' });
    expect(await answers()).toMatchObject([{ level: 2, revision: 2 }]);
  });
});
