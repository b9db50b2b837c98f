import type { Page } from 'playwright-core';

/** What a person does to get in and out. */
export function signInPage(page: Page) {
  return {
    signIn: async (login: string, password: string): Promise<void> => {
      await page.goto('/connexion');
      await page.getByLabel('Nom d’utilisateur').fill(login);
      await page.getByLabel(/^Mot de passe/).fill(password);
      await page.getByRole('button', { name: 'Se connecter' }).click();
    },
    choosePassword: async (link: string, password: string): Promise<void> => {
      await page.goto(link);
      await page.getByLabel(/^Mot de passe/).fill(password);
      await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    },
    acceptTerms: async (): Promise<void> => {
      // The design system draws the box beside its label: a person clicks the label.
      await page.getByText('J’ai lu et j’accepte les conditions générales d’utilisation').click();
      await page.getByRole('button', { name: 'Accepter et continuer' }).click();
    },
  };
}
