import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'vitest';
import type { Criterion } from '../../src/domain/referential/questionnaire.ts';
import { placedCriteria } from '../../src/domain/referential/walk.ts';
import { describeInBrowser } from '../support/browser.ts';
import { type LiveApp, useLiveApp } from '../support/live.ts';

const live = useLiveApp();

/** The questionnaire with the most criteria, of either kind. */
function biggest({ deps }: LiveApp): string {
  const counts = [...deps.referential.questionnaires.values()].map((questionnaire) => ({
    id: questionnaire.id,
    count:
      questionnaire.kind === 'maturity' || questionnaire.kind === 'compliance'
        ? placedCriteria<Criterion>(questionnaire.sections).length
        : 0,
  }));
  return counts.toSorted((first, second) => second.count - first.count)[0]?.id ?? '';
}

describeInBrowser('Q10: the public library', () => {
  test('its biggest page weighs under 150 kB, compressed, with everything it loads', async () => {
    const page = await live().window();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`/questionnaires/${biggest(live())}`, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(150_000);
  });

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'axe finds nothing in its biggest page: %s, %i pixels wide, and it fits',
    async (colorScheme, width) => {
      const page = await live().window({ colorScheme, viewport: { width, height: 900 } });
      await page.goto(`/questionnaires/${biggest(live())}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    },
    120_000,
  );

  test('without JavaScript: search, follow a result to its criterion, read it for one démarche', async () => {
    const page = await live().window({ javaScriptEnabled: false });
    await page.goto('/questionnaires');
    await page
      .getByRole('searchbox', { name: 'Chercher dans tous les critères' })
      .fill('identification électronique usagers');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await page.getByRole('link', { name: /Niveau de garantie de l’identification électronique des patients/ }).click();
    await page.waitForURL('**#04.03');
    const criterion = page.getByRole('article', { name: /^04\.03/ });
    await criterion.getByText('Que faire pour atteindre chaque niveau').click();
    await criterion.getByText('Raccordez le produit à FranceConnect+').waitFor();

    const choice = page.getByRole('navigation', { name: 'Pour quelle démarche' });
    await choice.getByRole('link', { name: 'Évaluation et projection socles' }).click();
    await criterion.getByText('Accepté', { exact: true }).first().waitFor();
  });

  test('a condition leads to the question that decides, which says what follows', async () => {
    const page = await live().window();
    await page.goto('/questionnaires/securite#04.03');
    await page
      .getByRole('article', { name: /^04\.03/ })
      .getByRole('link', { name: /question\s10 de la qualification/ })
      .click();
    await page.waitForURL('**/questionnaires/qualification#question-10');
    const question = page.getByRole('article', { name: /^10/ });
    await question.getByText('Usagers', { exact: true }).waitFor();
  });

  test('a spreadsheet is downloaded under its name', async () => {
    const page = await live().window();
    await page.goto('/questionnaires/securite');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger (Excel)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Convergence - Sécurité.xlsx');
  });

  test('on paper, what is folded is read', async () => {
    const page = await live().window();
    await page.goto('/questionnaires/securite');
    await page.emulateMedia({ media: 'print' });
    const criterion = page.getByRole('article', { name: /^04\.03/ });
    await criterion.getByText('Raccordez le produit à FranceConnect+').waitFor();
    await page.getByRole('navigation', { name: 'Sommaire' }).waitFor({ state: 'hidden' });
  });
});
