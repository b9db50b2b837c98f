import type { Grade } from '../../../src/domain/referential/level.ts';
import { paths } from '../../../src/web/paths.ts';
import { everyCriterion } from '../../builders/answers.ts';
import { aProof, expecting } from '../../builders/proofs.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../../builders/subjects.ts';
import type { Cast } from '../../routes/cast.ts';
import type { TestApp } from '../../support/app.ts';
import { answeringPage } from '../pages/answering.ts';
import { answered, type State } from './state.ts';

const socles = { parcours: 'doctrine', demarche: 'evaluation-et-projection-socles' };
const sansEchange = { parcours: 'mon-espace-sante', demarche: 'referencement-sans-echange' };

/** The pages of a questionnaire, once there is something in them. */
export const questionnaires: readonly State[] = [
  {
    name: 'a questionnaire validated, then drafted',
    who: 'responsible',
    reach: async (page, app, known) => {
      await page.goto(paths.answer((await theSecurity(app, known)).place));
      await answeringPage(page).saved();
    },
  },
  {
    name: 'a questionnaire, filtered',
    who: 'responsible',
    reach: async (page, app, known) => {
      await page.goto(`${paths.answer((await theSecurity(app, known)).place)}#filtre=sous-recommande`);
      await answeringPage(page).saved();
    },
  },
  {
    name: '422, « Valider » refused',
    who: 'responsible',
    reach: async (page, app, known) => {
      const { product, place } = await theProduct(app, known, socles, 'urbanisation');
      await aResponse(product, 'urbanisation').answering({ 'A04.1': 0 }).draftedBy(known.target).inside(app);
      await page.goto(paths.answer(place));
      await answeringPage(page).saved();
      await answered(page, 422, answeringPage(page).press('Valider'));
    },
  },
  {
    name: 'two answers to one criterion',
    who: 'responsible',
    reach: async (page, app, known) => {
      const { product, place } = await theProduct(app, known, socles, 'urbanisation');
      await page.goto(paths.answer(place));
      await answeringPage(page).saved();
      await aResponse(product, 'urbanisation')
        .answering({ 'A04.1': 0 }, { 'A04.1': 'Prévu en mars' })
        .draftedBy(known.target)
        .inside(app);
      await answeringPage(page).choose('A04.1', 'Niveau 3');
      await page.getByRole('button', { name: 'Prendre cette réponse' }).waitFor();
    },
  },
  {
    name: 'a request for validation, with what is missing',
    who: 'responsible',
    reach: async (page, app, known) => {
      const { place } = await theProduct(app, known, socles, 'urbanisation');
      await page.goto(paths.requestValidation(place));
    },
  },
  {
    name: 'a workbook to import, as what it would change',
    who: 'responsible',
    reach: async (page, app, known) => {
      const { place, product } = await theSecurity(app, known);
      const downloaded = await page.request.get(paths.downloadAnswers(place));
      const filled = { name: 'securite.xlsx', mimeType: 'application/octet-stream', buffer: await downloaded.body() };
      await app.deps.prisma.answer.updateMany({
        where: { criterion: { in: ['06.01', '05.04'] }, response: { subjectId: product.id, status: 'DRAFT' } },
        data: { level: 2, revision: { increment: 1 } },
      });
      await page.goto(paths.importAnswers(place));
      await page.getByLabel('Classeur rempli').setInputFiles(filled);
      await answered(page, 200, page.getByRole('button', { name: 'Voir ce qui changera' }).click());
    },
  },
  ...(
    [
      ['results with their history', ({ place }) => paths.results(place)],
      ['a past response', ({ place }) => paths.pastResponse({ ...place, number: 1 })],
      ['two responses compared', ({ place }) => `${paths.compareResponses(place)}?de=1&a=2`],
    ] satisfies readonly (readonly [string, (about: { readonly place: Place }) => string])[]
  ).map(
    ([name, address]): State => ({
      name,
      who: 'responsible',
      reach: async (page, app, known) => page.goto(address(await theSecurity(app, known))),
    }),
  ),
  ...(
    [
      ['requirements with their proofs', ({ place }) => paths.answer(place)],
      ['all the proofs of a questionnaire', ({ place }) => paths.proofs(place)],
      ['the proofs of a requirement', ({ place, code }) => paths.criterionProofs({ ...place, code })],
    ] satisfies readonly (readonly [string, (about: { readonly place: Place; readonly code: string }) => string])[]
  ).map(
    ([name, address]): State => ({
      name,
      who: 'responsible',
      reach: async (page, app, known) => page.goto(address(await theEthics(app, known))),
    }),
  ),
  ...(
    [
      ['a form that a démarche asks', 'segur', 'segur-vague-2-lgc', 'segur-eligibilite'],
      ['documents to deposit', 'mon-espace-sante', 'referencement-avec-echange', 'securite-mes'],
    ] as const
  ).map(
    ([name, parcours, demarche, slug]): State => ({
      name,
      who: 'responsible',
      reach: async (page, app, known) =>
        page.goto(paths.answer((await theProduct(app, known, { parcours, demarche }, slug)).place)),
    }),
  ),
];

interface Place {
  readonly parcours: string;
  readonly demarche: string;
  readonly reference: number;
  readonly slug: string;
}

/** Another one each time: what one state does, the next does not see. */
async function theProduct(app: TestApp, { people, target }: Cast, where: typeof socles, slug: string) {
  const product = await aProduct('Careoptim')
    .of({ id: target.companyId ?? '' })
    .ledBy(people.responsible)
    .qualified(guideQualification)
    .inside(app);
  await anEnrolment(product, where.demarche).inside(app);
  const place: Place = { ...where, reference: product.reference, slug };
  return { product, place };
}

/** Validated twice, and drafted since. */
export async function theSecurity(app: TestApp, known: Cast) {
  const { product, place } = await theProduct(app, known, socles, 'securite');
  const all = (grade: Grade) => everyCriterion(app, product, socles.demarche, 'securite', grade);
  const second = { ...all(2), '06.01': 0, '05.04': 1 } as const;
  const response = aResponse(product, 'securite');
  await response.answering(all(1)).validatedBy(known.target).inside(app);
  await response.answering(second, { '06.01': 'Prévu en mars' }).validatedBy(known.target).inside(app);
  await response
    .answering({ ...second, '06.01': 3 })
    .draftedBy(known.target)
    .inside(app);
  return { product, place };
}

/** One requirement has all its proofs, one of them archived; the others have none. */
async function theEthics(app: TestApp, known: Cast) {
  const { product, place } = await theProduct(app, known, sansEchange, 'ethique-mes');
  const expected = expecting(app, product, sansEchange.demarche, 'ethique-mes');
  const [first] = expected;
  if (first === undefined) throw new Error('No requirement expects a proof');
  await aResponse(product, 'ethique-mes')
    .answering(Object.fromEntries(expected.map(({ code }, index) => [code, ([3, 0, 3] as const)[index % 3] ?? 3])))
    .draftedBy(known.target)
    .inside(app);
  for (const type of [...first.types, ...first.types]) {
    await aProof(product, { questionnaire: 'ethique-mes', criterion: first.code, type })
      .depositedBy(known.target)
      .inside(app);
  }
  const [old] = await app.deps.prisma.proof.findMany({ where: { subjectId: product.id } });
  await app.deps.prisma.proof.update({
    where: { id: old?.id ?? '' },
    data: { archivedAt: app.now(), archivedBy: 'Camille Martin' },
  });
  return { place, code: first.code };
}
