import type { Grade } from '../../src/domain/referential/level.ts';
import type { TestApp } from '../support/app.ts';
import { aVendor } from './additions.ts';
import { everyCriterion } from './answers.ts';
import { aPerson } from './people.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from './subjects.ts';

export const SOCLES = 'evaluation-et-projection-socles';
export const MES = 'referencement-sans-echange';

/**
 * The guide's product in both démarches of the guide, and a team: Claire, its Responsable; Inès, who validates; Hugo, who answers
 * without that right.
 */
export async function aTeamAtWork(app: TestApp) {
  const { company, claire } = await aVendor(app);
  const product = await aProduct('Careoptim')
    .of(company)
    .ledBy(claire)
    .versioned('v0.1')
    .qualified(guideQualification)
    .inside(app);
  await anEnrolment(product, SOCLES).inside(app);
  await anEnrolment(product, MES).inside(app);
  const ines = await aPerson()
    .of(company)
    .under(claire)
    .accessing(product)
    .with({ validates: true })
    .named('Inès', 'Robin')
    .inside(app);
  const hugo = await aPerson().of(company).under(claire).accessing(product).named('Hugo', 'Petit').inside(app);
  const place = (questionnaire: string, demarche = SOCLES): string =>
    `/parcours/${demarche === SOCLES ? 'doctrine' : 'mon-espace-sante'}/${demarche}/${product.reference}/questionnaires/${questionnaire}`;
  const every = (questionnaire: string, grade: Grade, demarche = SOCLES) =>
    everyCriterion(app, product, demarche, questionnaire, grade);
  return {
    company,
    product,
    claire,
    ines,
    hugo,
    place,
    every,
    /** Hugo drafts this; « '…' » asks for its validation. */
    drafts: (questionnaire: string, grades: Readonly<Record<string, Grade>>, message?: string) => {
      const draft = aResponse(product, questionnaire).answering(grades).draftedBy(hugo);
      return (message === undefined ? draft : draft.requesting(message)).inside(app);
    },
    responses: (questionnaire: string) =>
      app.deps.prisma.response.findMany({
        where: { subjectId: product.id, questionnaire },
        include: { answers: true, remarks: true },
        orderBy: [{ number: 'asc' }],
      }),
    newsOf: async (person: { readonly id: string }) =>
      (await app.deps.prisma.notification.findMany({ where: { userId: person.id } })).map(({ title, body, href }) => ({
        title,
        body,
        href,
      })),
    trail: async () =>
      (
        await app.deps.prisma.auditEvent.findMany({
          where: { action: { startsWith: 'response.' }, target: String(product.reference) },
          orderBy: { seq: 'asc' },
        })
      ).map(({ action, actorName, details }) => ({ action, actorName, details })),
  };
}
