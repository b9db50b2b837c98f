import type { Page } from 'playwright-core';
import type { FormAnswers } from '../../../src/domain/profile/profile.ts';
import { type Form, isChoice, questionsOf } from '../../../src/domain/referential/form.ts';

/** What a person does to add a product, or the strategy, by the guide's labels. */
export function additionPage(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    identifyProduct: async (name: string): Promise<void> => {
      await page.getByLabel('Nom du produit').fill(name);
      await page.getByLabel('Version').fill('v0.1');
      await page
        .getByRole('radiogroup', { name: 'Type de produit' })
        .getByText(/^Socle/)
        .click();
      await page.getByLabel(/^N° d’identification/).fill('123456789');
      await page.getByLabel('Description du produit').fill('Ce produit est créé\nen deux lignes.');
      await page.getByLabel('Certifications').fill('Certification 01 - Certification 02');
      await page.getByText('Catalogue de services de Mon espace santé').click();
    },
    identifyStrategy: async (name: string): Promise<void> => {
      await page.getByLabel('Nom de la stratégie globale').fill(name);
      await page.getByLabel('Certifications').fill('ISO XXXXX');
    },
    /** Each question by its title, each answer by its words. */
    answer: async (form: Form, answers: FormAnswers): Promise<void> => {
      for (const question of questionsOf(form).filter(isChoice)) {
        const chosen = [answers[question.id] ?? []].flat();
        const group = page.locator('fieldset', { has: page.locator('legend', { hasText: question.title }) });
        for (const { title } of question.options.filter(({ id }) => chosen.includes(id))) {
          await group.getByText(title, { exact: true }).click();
        }
      }
    },
    next: () => press('Suivant'),
    previous: () => press('Précédent'),
    validate: () => press('Valider'),
    /** The step that is shown, once it is. */
    at: (step: string) => page.getByRole('heading', { level: 2, name: step }).waitFor(),
  };
}
