import { readFile } from 'node:fs/promises';
import type { Workbook } from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { opened } from '../../support/workbook.ts';
import { answeringPage } from './answering.ts';
import { keyboard } from './keyboard.ts';

/** What a person does with a questionnaire, from a subject’s page to its results and back, by the guide’s labels. */
export function guidePage(page: Page) {
  const on = answeringPage(page);
  const bar = page.getByRole('region', { name: 'Enregistrement et validation' });
  /** « Démarrer », « Voir les résultats », « Éditer »: on the card of a questionnaire. */
  const follow = (act: string, questionnaire: string): Promise<void> =>
    page.getByRole('link', { name: `${act} : ${questionnaire}`, exact: true }).click();
  return {
    ...on,
    page,
    bar,
    follow,
    /** What the card of a questionnaire says of it. */
    card: async (questionnaire: string, words: RegExp): Promise<void> => {
      const card = page.getByRole('cell').filter({ has: page.getByRole('link', { name: `: ${questionnaire}` }) });
      await card.filter({ hasText: words }).waitFor();
    },
    /** « Informations utiles au démarrage », read, then closed. */
    readInformation: async (): Promise<void> => {
      const name = 'Informations utiles au démarrage';
      await page.getByRole('link', { name }).or(page.getByRole('button', { name })).click();
      const window = page.getByRole('dialog', { name });
      await window.getByText('Chaque réponse s’enregistre d’elle-même comme brouillon.').waitFor();
      await window.getByRole('button', { name: 'Fermer' }).click();
      await window.waitFor({ state: 'hidden' });
    },
    dependsOn: async (code: string, option: string): Promise<void> => {
      await on.criterion(code).getByText('Ce niveau dépend d’un produit option').click();
      await on.criterion(code).getByLabel('Produit option dont dépend ce niveau').selectOption(option);
    },
    askForValidation: async (message: string): Promise<void> => {
      await bar.getByRole('button', { name: 'Enregistrer et demander validation' }).click();
      await page.getByLabel('Message').fill(message);
      await page.getByRole('button', { name: 'Demander la validation' }).click();
      await page.getByText('Validation demandée').first().waitFor();
    },
    validate: (): Promise<void> => bar.getByRole('button', { name: 'Valider', exact: true }).click(),
    /** From what the summary of errors asks to where it is. */
    settle: (asked: RegExp): Promise<void> => page.getByRole('alert').getByRole('link', { name: asked }).click(),
    /** A file of this type, described, then dropped or chosen. */
    deposit: async (
      code: string,
      type: string,
      description: string,
      give: (content: Buffer, panel: Locator) => Promise<void>,
    ): Promise<void> => {
      const panel = page.getByRole('group', { name: `Preuves, ${code}` });
      await panel.getByLabel('Type de preuve').selectOption(type);
      await panel.getByLabel('Description').fill(description);
      await give(Buffer.from(`${code} : ${description}`), panel);
    },
    /** « Télécharger les résultats »: what arrives, as whoever opens it reads it. */
    download: async (questionnaire: string): Promise<Workbook> => {
      const arrived = page.waitForEvent('download');
      await follow('Télécharger les résultats', questionnaire);
      return opened(await readFile(await (await arrived).path()));
    },
  };
}

/** The same, by who has no pointer. */
export function guideByKeyboard(page: Page) {
  const keys = keyboard(page);
  return {
    ...keys,
    /** « Suivant » leads to a criterion, Tab to its levels, Space takes the first, and the arrows the one that is `steps` further. */
    answerNext: async (code: string, steps: number): Promise<void> => {
      await keys.follow('Suivant');
      const heading = page.getByRole('heading', { name: code });
      await heading.and(page.locator(':focus')).waitFor();
      await keys.tabToRadio();
      await keys.press('Space');
      for (let step = 0; step < steps; step += 1) await keys.press('ArrowRight');
    },
  };
}
