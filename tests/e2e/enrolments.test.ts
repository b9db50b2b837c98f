import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, aStrategy, guideQualification } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1280, height: 900 } };
const everywhere: [string, BrowserContextOptions][] = [
  ['a phone', phone],
  ['a desk', desk],
  ['a desk without JavaScript', { ...desk, javaScriptEnabled: false }],
];

describeInBrowser('A démarche, by the labels of the guide', () => {
  const live = useLiveApp();

  async function aVendor(options: BrowserContextOptions) {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(live());
    const product = await aProduct('Careoptim')
      .of(company)
      .ledBy(claire)
      .versioned('v0.1')
      .qualified(guideQualification)
      .inside(live());
    return { company, claire, product, page: await live().windowOf(claire, options) };
  }

  test.each(everywhere)('P4: an existing product joins, and leaves, on %s', async (_, options) => {
    const { page, product } = await aVendor(options);
    await page.goto('/parcours/doctrine/evaluation-et-projection-socles');
    await page.getByRole('link', { name: 'Ajouter un produit à la démarche' }).first().click();
    await page.getByRole('heading', { name: 'Un nouveau produit' }).waitFor();
    await page.getByRole('searchbox').fill('careo');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await page.getByRole('button', { name: 'Ajouter : Careoptim – v0.1' }).click();
    const title = `Careoptim – v0.1 – ${product.reference} : Évaluation et projection socles`;
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    for (const name of ['Urbanisation', 'Interopérabilité', 'Sécurité']) {
      await page.getByRole('columnheader', { name }).waitFor();
    }
    await page.getByText('Ce questionnaire est commun à plusieurs parcours').first().waitFor();
    await page.getByRole('link', { name: 'Retirer de la démarche' }).click();
    await page.getByRole('button', { name: 'Retirer de la démarche' }).click();
    await page.getByText('Les réponses sont conservées.').waitFor();
    await page.getByText('Aucun produit n’est inscrit à cette démarche').waitFor();
  });

  test.each(everywhere)('D4: « Démarrer » enrols the strategy that exists, on %s', async (_, options) => {
    const { company, claire, page } = await aVendor(options);
    await aStrategy('Edicare').of(company).ledBy(claire).inside(live());
    await page.goto('/parcours/doctrine/evaluation-et-projection-socles');
    await page.getByRole('button', { name: 'Démarrer' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Stratégie globale : Évaluation et projection socles' })
      .waitFor();
    await page.getByText('S’ouvre quand l’évaluation Politique globale est validée.').waitFor();
  });

  test.each(everywhere)('D5: the window opens by its address, and again from the page, on %s', async (_, options) => {
    const { claire, page, product } = await aVendor(options);
    await anEnrolment(product, 'teleexpertise').inside(live());
    const answers = everyCriterion(live(), product, 'teleexpertise', 'teleexpertise', 0);
    await aResponse(product, 'teleexpertise').answering(answers).validatedBy(claire).inside(live());
    await page.goto(`/parcours/doctrine/teleexpertise/${product.reference}#termine`);
    const ofWindow = page.locator('#termine');
    await ofWindow.getByText(`Référence à communiquer : ${product.reference}`).waitFor();
    const download = ofWindow.getByRole('link', { name: 'Télécharger les résultats' });
    expect(await download.getAttribute('href')).toMatch(/\/telecharger$/);
    if (options.javaScriptEnabled === false) return;
    await ofWindow.getByRole('button', { name: 'Fermer' }).click();
    await ofWindow.waitFor({ state: 'hidden' });
    await page
      .getByRole('link', { name: 'Et maintenant ?' })
      .or(page.getByRole('button', { name: 'Et maintenant ?' }))
      .click();
    await download.waitFor();
  });
});
