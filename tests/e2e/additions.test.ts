import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Form } from '../../src/domain/referential/form.ts';
import { aCompany, aResponsible } from '../builders/people.ts';
import { guideQualification } from '../builders/subjects.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { additionPage } from './pages/additions.ts';

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1280, height: 900 } };
const everywhere: [string, BrowserContextOptions][] = [
  ['a phone', phone],
  ['a desk', desk],
  ['a phone without JavaScript', { ...phone, javaScriptEnabled: false }],
  ['a desk without JavaScript', { ...desk, javaScriptEnabled: false }],
];

describeInBrowser('From an empty account, by the labels of the guide', () => {
  const live = useLiveApp();

  const formOf = (id: string): Form => {
    const form = live().deps.referential.forms.get(id);
    if (form === undefined) throw new Error(id);
    return form;
  };

  async function anEmptyAccount(options: BrowserContextOptions) {
    const company = await aCompany().inside(live());
    const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(live());
    const page = await live().windowOf(claire, options);
    // Leaving a step with something typed asks first
    page.on('dialog', (dialog) => dialog.accept());
    const subjects = () => live().deps.prisma.subject.findMany({ where: { companyId: company.id } });
    return { company, claire, page, subjects };
  }

  test.each(everywhere)('P1, P2, P4: a product is added, and starts a démarche, on %s', async (_, options) => {
    const { page, subjects } = await anEmptyAccount(options);
    const steps = additionPage(page);
    await page.goto('/produits/nouveau/identification');
    await page.getByText('[NomDuProduit] [OS] [Appareil]').waitFor();
    await steps.identifyProduct('Careoptim');
    await steps.next();
    await steps.at('Qualification');
    await steps.answer(formOf('qualification'), guideQualification);
    await steps.next();
    await steps.at('Récapitulatif');
    await page.getByText('Claire Roux').last().waitFor();
    expect(await subjects()).toEqual([]);
    await steps.validate();
    await page.getByText('Votre produit « Careoptim – v0.1 » a bien été ajouté.').waitFor();
    for (const name of ['Ajouter un nouveau produit', 'Voir le produit ajouté', 'Voir tous vos produits']) {
      await page.getByRole('link', { name, exact: true }).waitFor();
    }
    const [product] = await subjects();
    await page.getByRole('button', { name: 'Commencer : Évaluation et projection socles' }).click();
    await page.waitForURL(`**/parcours/doctrine/evaluation-et-projection-socles/${product?.reference}`);
  });

  test.each(everywhere)('D1: the strategy is initialised for its démarche, on %s', async (_, options) => {
    const { page, subjects, company } = await anEmptyAccount(options);
    const steps = additionPage(page);
    await page.goto('/strategie-globale/nouvelle/identification?demarche=doctrine/evaluation-et-projection-socles');
    expect(await page.getByLabel('Nom de la stratégie globale').inputValue()).toBe(company.legalName);
    await steps.identifyStrategy('Edicare');
    await steps.next();
    await steps.at('Qualification de la stratégie globale');
    await steps.answer(formOf('strategy-qualification'), { 'autres-services': 'non' });
    await steps.next();
    await steps.at('Récapitulatif');
    expect(await subjects()).toEqual([]);
    await steps.validate();
    await page.waitForURL('**/parcours/doctrine/evaluation-et-projection-socles/*');
    expect(await subjects()).toMatchObject([{ kind: 'STRATEGY', name: 'Edicare' }]);
  });

  test.each(everywhere)('P2: « Précédent » and the browser’s back button lose nothing, on %s', async (_, options) => {
    const { page, subjects } = await anEmptyAccount(options);
    const steps = additionPage(page);
    await page.goto('/produits/nouveau/identification');
    await steps.identifyProduct('Careoptim');
    await steps.next();
    await steps.at('Qualification');
    await steps.answer(formOf('qualification'), { messagerie: 'client', acteurs: ['usagers', 'structures'] });

    await steps.previous();
    await steps.at('Identification');
    await sees(page, 'Careoptim', 'Ce produit est créé\nen deux lignes.');
    await page.getByLabel('Nom du produit').fill('Careoptim Web');
    await steps.next();
    await steps.at('Qualification');
    expect(await checkedIn(page)).toEqual(['client', 'structures', 'usagers']);
    await steps.answer(formOf('qualification'), { documents: 'aucun' });

    await page.goBack();
    await steps.at('Identification');
    await sees(page, 'Careoptim Web', 'Ce produit est créé\nen deux lignes.');
    await page.goForward();
    await steps.at('Qualification');
    expect(await checkedIn(page)).toEqual(['aucun', 'client', 'structures', 'usagers']);
    expect(await subjects()).toEqual([]);
  });

  test('P2: what later steps held is carried again from a step that one went back to', async () => {
    const { page, subjects } = await anEmptyAccount(desk);
    const steps = additionPage(page);
    await page.goto('/produits/nouveau/identification');
    await steps.identifyProduct('Careoptim');
    await steps.next();
    await steps.at('Qualification');
    await steps.answer(formOf('qualification'), guideQualification);
    await steps.next();
    await steps.at('Récapitulatif');
    await page.goBack();
    await steps.at('Qualification');
    await page.goBack();
    await steps.at('Identification');
    await page.getByLabel('Nom du produit').fill('Careoptim Web');
    await steps.next();
    await steps.at('Qualification');
    expect(await checkedIn(page)).toHaveLength(20);
    await steps.next();
    await steps.at('Récapitulatif');
    await steps.validate();
    await page.getByText('Votre produit « Careoptim Web – v0.1 » a bien été ajouté.').waitFor();
    expect(await subjects()).toMatchObject([
      { name: 'Careoptim Web', declared: { qualification: guideQualification } },
    ]);
  });

  test('P2, A8: once signed out, the back button shows nothing of what was typed', async () => {
    const { page } = await anEmptyAccount(desk);
    const steps = additionPage(page);
    await page.goto('/produits/nouveau/identification');
    await steps.identifyProduct('Careoptim');
    await steps.next();
    await steps.at('Qualification');
    await page.locator('summary:visible', { hasText: 'Claire Roux' }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL('**/connexion?fin=deconnexion');
    await page.waitForFunction(() => sessionStorage.length === 0);
    await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS');
  });

  test('P2: one left, another product begins with nothing of it', async () => {
    const { page, subjects } = await anEmptyAccount(phone);
    const steps = additionPage(page);
    await page.goto('/produits/nouveau/identification');
    await steps.identifyProduct('Careoptim');
    await steps.next();
    await steps.at('Qualification');
    await page.goto('/tableau-de-bord');
    await page.goto('/produits/nouveau/identification');
    await steps.at('Identification');
    await sees(page, '', '');
    expect(await page.locator('[data-carried]').count()).toBe(0);
    expect(await subjects()).toEqual([]);
  });
});

async function sees(page: Page, name: string, description: string): Promise<void> {
  expect(await page.getByLabel('Nom du produit').inputValue()).toBe(name);
  expect(await page.getByLabel('Description du produit').inputValue()).toBe(description);
}

async function checkedIn(page: Page): Promise<readonly string[]> {
  return (await page.locator('main input:checked').all()).reduce<Promise<string[]>>(
    async (before, input) => [...(await before), await input.inputValue()].sort(),
    Promise.resolve([]),
  );
}
