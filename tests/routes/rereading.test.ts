import { expect, test } from 'vitest';
import { markToReread, reread } from '../../src/subjects/rereading.ts';
import { asSubject, withProduct } from '../../src/subjects/rows.ts';
import { aVendor } from '../builders/additions.ts';
import { aProduct } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const mark = new Map([['urbanisation', { appeared: ['A02.1'], vanished: ['A06.1'] }]]);

/** Its qualification shows A02.1, and no longer A06.1. */
async function aProductToReread(...demarches: readonly string[]) {
  const { company, claire } = await aVendor(app());
  const qualification = { ...guideQualification, acteurs: ['structures'] };
  const { id } = await aProduct('Careoptim').of(company).ledBy(claire).qualified(qualification).inside(app());
  const { prisma } = app().deps;
  const product = asSubject(await prisma.subject.findUniqueOrThrow({ where: { id }, include: withProduct }));
  for (const demarche of demarches) await anEnrolment(product, demarche).inside(app());
  await aResponse(product, 'urbanisation').answering({ 'A06.1': 2, 'A03.1': 1 }).validatedBy(claire).inside(app());
  await aResponse(product, 'urbanisation').answering({ 'A06.1': 3, 'A03.1': 2 }).draftedBy(claire).inside(app());
  const actor = { name: 'Claire Roux', ...claire, companyName: null };
  await markToReread(prisma, { actor, now: app().now() }, product.id, mark);
  const draft = () =>
    prisma.answer.findMany({ where: { response: { subjectId: product.id } }, orderBy: { criterion: 'asc' } });
  const validated = () =>
    prisma.response.findMany({ where: { subjectId: product.id, status: 'VALIDATED' }, select: { frozen: true } });
  return { product, draft, validated };
}

test('P5: read again, a questionnaire loses its mark, and its draft the answers to what vanished; what was validated stays', async () => {
  const { product, draft, validated } = await aProductToReread('evaluation-et-projection-socles');
  const { prisma, referential } = app().deps;
  const before = await validated();
  await reread(prisma, referential, product, 'urbanisation');
  expect((await draft()).map(({ criterion, level }) => [criterion, level])).toEqual([['A03.1', 2]]);
  expect(await validated()).toEqual(before);
  expect(await prisma.rereading.count({ where: { subjectId: product.id } })).toBe(0);
});

test('P5: without a mark nothing is dropped', async () => {
  const { product, draft } = await aProductToReread('evaluation-et-projection-socles');
  const { prisma, referential } = app().deps;
  await prisma.rereading.deleteMany({ where: { subjectId: product.id } });
  await reread(prisma, referential, product, 'urbanisation');
  await reread(prisma, referential, product, 'securite');
  expect(await draft()).toHaveLength(2);
});

test('P5, D2: what another démarche, joined since, asks again is not dropped', async () => {
  const { product, draft } = await aProductToReread('evaluation-et-projection-socles', 'referencement-guide');
  const { prisma, referential } = app().deps;
  const everybody = { ...product, declared: { ...product.declared, orientation: { 'compte-usager': 'oui' } } };
  await reread(prisma, referential, everybody, 'urbanisation');
  expect((await draft()).map(({ criterion }) => criterion)).toEqual(['A03.1', 'A06.1']);
});
