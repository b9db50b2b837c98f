import type { Page } from 'playwright-core';

export interface RequestFields {
  readonly company: string;
  readonly siren: string;
  readonly login: string;
  readonly email: string;
}

/** What a visitor and a verifier do with a request for an account. */
export function accountRequestPage(page: Page) {
  return {
    ask: async (fields: RequestFields): Promise<void> => {
      await page.goto('/');
      await page.getByRole('main').getByRole('link', { name: 'Demander un compte' }).click();
      await page.getByLabel('Dénomination').fill(fields.company);
      await page.getByLabel('Forme juridique').selectOption({ index: 1 });
      await page.getByLabel('Numéro SIREN').fill(fields.siren);
      await page.getByLabel('Adresse du siège').fill('4 rue de la Paix');
      await page.getByLabel('Code postal').fill('75002');
      await page.getByLabel('Commune').fill('Paris');
      await page.getByLabel('Pays').selectOption({ label: 'France' });
      await page.getByLabel('Prénom').fill('Awa');
      await page.getByLabel('Nom', { exact: false }).and(page.locator('[name=lastName]')).fill('Perrin');
      await page.getByLabel('Fonction dans l’entreprise').fill('Présidente');
      await page.getByLabel('Adresse électronique professionnelle').fill(fields.email);
      await page.getByLabel('Téléphone').fill('01 44 55 66 77');
      await page.getByRole('radiogroup', { name: 'À quel titre' }).locator('label').first().click();
      await page.getByLabel('Nom d’utilisateur souhaité').fill(fields.login);
      await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    },
    deposit: async (link: string, identity: string, kbis: string, kbisDate: string): Promise<void> => {
      await page.goto(link);
      await page.getByLabel('Pièce d’identité').setInputFiles(identity);
      await page.getByLabel('Extrait Kbis').and(page.locator('[type=file]')).setInputFiles(kbis);
      await page.getByLabel('Date de l’extrait Kbis').fill(kbisDate);
      await page.getByRole('button', { name: 'Envoyer les pièces' }).click();
    },
    approve: async (company: string): Promise<void> => {
      await page.goto('/verification/demandes');
      await page.getByRole('row', { name: company }).getByRole('link').first().click();
      await page.getByRole('button', { name: 'Approuver la demande' }).click();
    },
  };
}
