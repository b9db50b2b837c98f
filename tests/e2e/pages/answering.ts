import type { Locator, Page } from 'playwright-core';

/** What a person does on a questionnaire’s page, by the words on screen. */
export function answeringPage(page: Page) {
  const criterion = (code: string): Locator => page.locator(`[data-criterion="${code}"]`);
  const status = page.locator('[data-saved]');
  return {
    criterion,
    status,
    /** By the beginning of its name: « Niveau 2 », « N/A », « Conforme ». */
    answer: (code: string, name: string): Locator =>
      criterion(code).getByRole('radio', { name: new RegExp(`^${name}`) }),
    choose: (code: string, name: string): Promise<void> =>
      criterion(code)
        .getByRole('radio', { name: new RegExp(`^${name}`) })
        .check(),
    comment: (code: string): Locator => criterion(code).getByRole('textbox', { name: /^Commentaire/ }),
    /** Nothing is on its way any more: all that was said is on the server. */
    saved: async (): Promise<void> => {
      await page.locator('form#questionnaire[data-unsaved="0"]').waitFor();
    },
    press: (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click(),
    /** The rail’s cell of a criterion. */
    cell: (code: string): Locator => page.locator(`a[data-cell="${code}"]`),
  };
}
