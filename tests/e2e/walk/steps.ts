import type { Page } from 'playwright-core';
import { paths } from '../../../src/web/paths.ts';
import { guideQualification } from '../../builders/subjects.ts';
import type { TestApp } from '../../support/app.ts';
import { additionPage } from '../pages/additions.ts';
import type { State } from './state.ts';

/** Steps that no address opens: each keeps what the step before was told. */
export const steps: readonly State[] = [
  { name: 'a product to add, to qualify', who: 'responsible', reach: (page) => identifyProduct(page) },
  {
    name: 'a product to add, summed up',
    who: 'responsible',
    reach: async (page, app) => {
      await identifyProduct(page);
      await sumUp(page, app, 'qualification', guideQualification);
    },
  },
  { name: 'a strategy to add, to qualify', who: 'responsible', reach: (page) => identifyStrategy(page) },
  {
    name: 'a strategy to add, summed up',
    who: 'responsible',
    reach: async (page, app) => {
      await identifyStrategy(page);
      await sumUp(page, app, 'strategy-qualification', { 'autres-services': 'non' });
    },
  },
];

async function identifyProduct(page: Page): Promise<void> {
  const addition = additionPage(page);
  await page.goto(paths.newProduct());
  await addition.identifyProduct('Careoptim');
  await addition.next();
  await addition.at('Qualification');
}

async function identifyStrategy(page: Page): Promise<void> {
  const addition = additionPage(page);
  await page.goto(paths.newStrategy());
  await addition.identifyStrategy('Edicare');
  await addition.next();
  await addition.at('Qualification de la stratégie globale');
}

async function sumUp(page: Page, app: TestApp, id: string, answers: typeof guideQualification): Promise<void> {
  const addition = additionPage(page);
  const form = app.deps.referential.forms.get(id);
  if (form === undefined) throw new Error(`There is no form ${id}`);
  await addition.answer(form, answers);
  await addition.next();
  await addition.at('Récapitulatif');
}
