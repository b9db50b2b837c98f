import { expect, test } from 'vitest';
import type { Grade } from '../../src/domain/referential/level.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aCompany, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';
const DAY = 86_400_000;

test('J5: a projection whose evaluation says something else since is to be updated, on every page that shows it', async () => {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const carnet = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(carnet, SOCLES).inside(app());
  const evaluates = (grade: Grade) =>
    aResponse(carnet, 'urbanisation')
      .answering(everyCriterion(app(), carnet, SOCLES, 'urbanisation', grade))
      .validatedBy(claire)
      .inside(app());
  const pages = [
    `/parcours/doctrine/${SOCLES}/${carnet.reference}`,
    `/produits/${carnet.reference}`,
    `/parcours/doctrine/${SOCLES}`,
  ];
  const read = async () => {
    const agent = await app().as(claire);
    return Promise.all(pages.map(async (path) => textOf((await agent.get(path)).text)));
  };

  await evaluates(3);
  // J3: validated all the same.
  for (const page of await read()) expect(page).toContain('Rien à planifier : il reste à valider À compléter');
  app().wait(DAY);
  await aResponse(carnet, 'urbanisation').planning({}).validatedBy(claire).inside(app());
  app().wait(DAY);
  await evaluates(3);
  for (const page of await read()) {
    expect(page).toContain('Aucun critère à planifier Terminé');
    expect(page).not.toContain('À mettre à jour');
  }

  await evaluates(2);
  const late = 'À mettre à jour L’évaluation a été validée de nouveau le 22 novembre 2026 par Claire Roux.';
  for (const page of await read()) expect(page.split(late)).toHaveLength(2);
});
