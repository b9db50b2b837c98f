import type { BrowserContextOptions } from 'playwright-core';
import { aCompany, aProduct, aResponsible } from '../../builders/people.ts';
import { anEnrolment, guideQualification } from '../../builders/subjects.ts';
import type { LiveApp } from '../../support/live.ts';
import { answeringPage } from './answering.ts';

export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

/** The guide’s two démarches, with the path of each. */
export const SOCLES = { demarche: 'evaluation-et-projection-socles', parcours: 'doctrine' };
export const MES = { demarche: 'referencement-sans-echange', parcours: 'mon-espace-sante' };

/** The guide’s product in a démarche, whoever answers for it, and their window, where a questionnaire is not opened yet. */
export async function aQuestionnaire(app: LiveApp, slug: string, where = SOCLES, options = DESK) {
  const company = await aCompany().inside(app);
  const claire = await aResponsible().of(company).named('Claire', 'Roux').with({ validates: true }).inside(app);
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app);
  await anEnrolment(product, where.demarche).inside(app);
  const path = `/parcours/${where.parcours}/${where.demarche}/${product.reference}/questionnaires/${slug}`;
  const page = await app.windowOf(claire, options);
  const answers = () =>
    app.deps.prisma.answer.findMany({ where: { response: { subjectId: product.id } }, orderBy: { criterion: 'asc' } });
  return { company, claire, product, path, page, on: answeringPage(page), answers };
}
