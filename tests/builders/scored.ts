import type { Grade } from '../../src/domain/referential/level.ts';
import type { TestApp } from '../support/app.ts';
import { aVendor } from './additions.ts';
import { everyCriterion } from './answers.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from './subjects.ts';

export const socles = 'evaluation-et-projection-socles';
export const sansEchange = 'referencement-sans-echange';

type Grades = Readonly<Record<string, Grade>>;

/** The guide's product in these démarches, whoever leads it, and how its questionnaires are answered. */
export async function theScoredProduct(app: TestApp, demarches: readonly string[] = [socles, sansEchange]) {
  const vendor = await aVendor(app);
  const { company, claire } = vendor;
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app);
  for (const demarche of demarches) await anEnrolment(product, demarche).inside(app);
  const agent = await app.as(claire);
  const parcoursOf = (demarche: string) =>
    app.deps.referential.demarches.find(({ id }) => id === demarche)?.parcours ?? '';
  const pageOf = (slug: string, demarche = socles) =>
    `/parcours/${parcoursOf(demarche)}/${demarche}/${product.reference}/questionnaires/${slug}`;
  const all = (slug: string, grade: Grade, demarche = socles) => everyCriterion(app, product, demarche, slug, grade);
  const validated = (slug: string, grades: Grades, comments: Readonly<Record<string, string>> = {}) =>
    aResponse(product, slug).answering(grades, comments).validatedBy(claire).inside(app);
  const drafted = (slug: string, grades: Grades, comments: Readonly<Record<string, string>> = {}) =>
    aResponse(product, slug).answering(grades, comments).draftedBy(claire).inside(app);
  return { ...vendor, product, agent, pageOf, all, validated, drafted };
}
