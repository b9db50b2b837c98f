import type { BrowserContextOptions, Page } from 'playwright-core';
import { test } from 'vitest';
import type { Form } from '../../src/domain/referential/form.ts';
import { aCompany, aProduct, aResponsible } from '../builders/people.ts';
import { guideQualification } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { additionPage } from './pages/additions.ts';

const everywhere: [string, BrowserContextOptions][] = [
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['a desk', { viewport: { width: 1280, height: 900 } }],
];

describeInBrowser('The guide’s walks, from the dashboard to the list of questionnaires', () => {
  const live = useLiveApp();

  const formOf = (id: string): Form => {
    const form = live().deps.referential.forms.get(id);
    if (form === undefined) throw new Error(id);
    return form;
  };

  async function aVendor(options: BrowserContextOptions) {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).inside(live());
    return { company, claire, page: await live().windowOf(claire, options) };
  }

  /** Steps 1 and 2: the parcours, then the démarche. */
  async function choose(page: Page, parcours: string, demarche: string): Promise<void> {
    await page.goto('/tableau-de-bord');
    // « Sélectionner ce parcours » stands at the foot of a card whose title is the link.
    await page.getByRole('heading', { level: 3, name: parcours }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: parcours }).waitFor();
    await page.getByRole('main').getByRole('link', { name: demarche }).first().click();
    await page.getByRole('heading', { level: 1, name: demarche }).waitFor();
  }

  async function listed(page: Page, title: RegExp, questionnaires: readonly string[]): Promise<void> {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    for (const name of questionnaires) await page.getByRole('columnheader', { name }).waitFor();
    await page.getByRole('heading', { name: '1. Identification' }).waitFor();
    await page.getByRole('heading', { name: '2. Qualification' }).waitFor();
  }

  const ofMes = ['Urbanisation', 'Interopérabilité', 'Sécurité', 'Éthique Mon espace santé'];

  test.each(everywhere)('D1: steps 1 to 4.1 of the strategy, from an empty account, on %s', async (_, options) => {
    const { page } = await aVendor(options);
    await choose(page, 'Doctrine du Numérique en Santé', 'Évaluation et projection socles');
    await page.getByRole('link', { name: 'Démarrer' }).click();
    const steps = additionPage(page);
    await steps.identifyStrategy('Edicare');
    await steps.next();
    await steps.answer(formOf('strategy-qualification'), { 'autres-services': 'non' });
    await steps.next();
    await steps.validate();
    await listed(page, /Évaluation et projection socles$/, ['Politique globale']);
    await page.getByText('S’ouvre quand l’évaluation Politique globale est validée.').waitFor();
  });

  test.each(everywhere)(
    'D1, P4: Mon espace santé with a new product, from an empty account, on %s',
    async (_, options) => {
      const { page } = await aVendor(options);
      await choose(page, 'Mon espace santé', 'Référencement sans échange de données');
      await page.getByRole('link', { name: 'Ajouter un produit à la démarche' }).first().click();
      await page
        .getByRole('link', { name: /nouveau produit/i })
        .first()
        .click();
      const steps = additionPage(page);
      await steps.identifyProduct('Careoptim');
      await steps.next();
      await steps.answer(formOf('qualification'), guideQualification);
      await steps.next();
      await steps.validate();
      await listed(page, /^Careoptim – v0.1 – \d+ : Référencement sans échange de données$/, ofMes);
    },
  );

  test.each(everywhere)('D1, P4: Mon espace santé with a product that exists, on %s', async (_, options) => {
    const { company, claire, page } = await aVendor(options);
    await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(live());
    await choose(page, 'Mon espace santé', 'Référencement sans échange de données');
    await page.getByRole('link', { name: 'Ajouter un produit à la démarche' }).first().click();
    await page.getByRole('button', { name: /^Ajouter : Careoptim/ }).click();
    await listed(page, /^Careoptim – v1.0 – \d+ : Référencement sans échange de données$/, ofMes);
  });
});
