import type { Locator, Page } from 'playwright-core';

/** What a person does on a questionnaire’s page, by the words on screen. */
export function answeringPage(page: Page) {
  const criterion = (code: string): Locator => page.locator(`[data-criterion="${code}"]`);
  const answer = (code: string, name: string): Locator =>
    criterion(code).getByRole('radio', { name: new RegExp(`(^|Doctrine\\.\\s*)${name}`) });
  return {
    criterion,
    /** By the beginning of its name: « Niveau 2 », « N/A », « Conforme ». */
    answer,
    choose: (code: string, name: string): Promise<void> => answer(code, name).check(),
    comment: async (code: string, words: string): Promise<void> => {
      const box = criterion(code).getByRole('textbox', { name: /^Commentaire/ });
      if (!(await box.isVisible())) await criterion(code).getByText('Ajouter un commentaire').click();
      await box.fill(words);
    },
    /** What the action bar says of the last save. */
    state: page.locator('[data-saved]'),
    left: page.locator('[data-left]'),
    /** Nothing is on its way any more: all that was said is on the server. */
    saved: (): Promise<void> => page.locator('form#questionnaire[data-unsaved="0"]').waitFor(),
    press: (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click(),
    /** The square of a criterion in the rail. */
    cell: (code: string): Locator => page.locator(`a[data-cell="${code}"]`),
  };
}
