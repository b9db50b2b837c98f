import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1280, height: 900 } };
const everywhere: [string, BrowserContextOptions][] = [
  ['a phone', phone],
  ['a desk', desk],
  ['a desk without JavaScript', { ...desk, javaScriptEnabled: false }],
];
const SOCLES = 'evaluation-et-projection-socles';

describeInBrowser('What a product was added with is changed', () => {
  const live = useLiveApp();

  async function aProductAtWork(options: BrowserContextOptions) {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(live());
    const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(live());
    const { prisma } = live().deps;
    const declared = { qualification: guideQualification, interests: { dispositifs: ['aucun'] } };
    await prisma.subject.update({ where: { id: product.id }, data: { declared: structuredClone(declared) as object } });
    await anEnrolment(product, SOCLES).inside(live());
    await aResponse(product, 'urbanisation')
      .answering(everyCriterion(live(), product, SOCLES, 'urbanisation', 2))
      .draftedBy(claire)
      .inside(live());
    const page = await live().windowOf(claire, options);
    page.on('dialog', (dialog) => dialog.accept());
    return { company, claire, product, page };
  }

  test.each(everywhere)('P5: question 10 changed, what changes is seen, then confirmed, on %s', async (_, options) => {
    const { page, product } = await aProductAtWork(options);
    await page.goto(`/produits/${product.reference}`);
    await page.getByRole('link', { name: 'Modifier la qualification' }).click();
    const question = page.getByRole('group', { name: /^10\. / });
    await question.getByText('Usagers', { exact: true }).click();
    await question.getByText('Structures ou automates', { exact: true }).click();
    await page.getByRole('button', { name: 'Voir ce qui change' }).click();
    await page.getByText('3 critères apparaissent et 2 critères disparaissent. Urbanisation sera à relire.').waitFor();
    await page.getByText('Cette réponse sera retirée').waitFor();

    await page.getByRole('button', { name: 'Revenir à la qualification' }).click();
    expect(await question.getByLabel('Structures ou automates').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Voir ce qui change' }).click();
    await page.getByRole('button', { name: 'Confirmer ces changements' }).click();
    await page.getByText('La qualification est enregistrée').waitFor();
    await page.goto(`/parcours/doctrine/${SOCLES}/${product.reference}`);
    await page.getByText('1 critère apparaît (A02.1) et 1 critère disparaît (A06.1)').first().waitFor();
  });

  test.each(everywhere)(
    'P5: two change its identification at once, and nothing typed is lost, on %s',
    async (_, options) => {
      const { company, claire, page, product } = await aProductAtWork(options);
      const nina = await aPerson().of(company).under(claire).named('Nina', 'Blanc').accessing(product).inside(live());
      const other = await live().windowOf(nina, options);
      const address = `/produits/${product.reference}/identification`;
      await page.goto(address);
      await other.goto(address);
      await page.getByLabel('Version').fill('v2.0');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('L’identification est enregistrée').waitFor();

      await other.getByLabel('Version').fill('v3.0');
      await other.getByRole('button', { name: 'Enregistrer' }).click();
      await other.getByText('Enregistré : v2.0').waitFor();
      await other.getByText('Vous avez saisi : v3.0').waitFor();
      expect(await other.getByLabel('Version').inputValue()).toBe('v3.0');
      await other.getByRole('button', { name: 'Enregistrer' }).click();
      await other.getByText('L’identification est enregistrée').waitFor();
      await other.getByRole('heading', { level: 1, name: 'Careoptim – v3.0' }).waitFor();
    },
  );
});
