import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { refreshProgress } from '../../src/subjects/progress.ts';
import { aVendor } from '../builders/additions.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';
const MES = 'referencement-sans-echange';

/** The guide's product in two démarches, Sécurité validated. */
async function atWork() {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  for (const demarche of [SOCLES, MES]) await anEnrolment(product, demarche).inside(app());
  await aResponse(product, 'securite').answering({ '01.01': 3 }).validatedBy(claire).inside(app());
  return { product, claire };
}

function refresh(...subjects: readonly { readonly id: string }[]) {
  const { deps, now } = app();
  const ids = subjects.map(({ id }) => id);
  return inTransaction(deps.prisma, (transaction) => refreshProgress(transaction, deps.referential, ids, now()));
}

/** What is kept of a subject, in order. */
async function kept({ id: subjectId }: { readonly id: string }) {
  const { prisma } = app().deps;
  const orderBy = [{ enrolmentId: 'asc' }, { act: 'asc' }, { position: 'asc' }] as const;
  return {
    items: await prisma.progressItem.findMany({ where: { enrolment: { subjectId } }, orderBy: [...orderBy] }),
    means: await prisma.axisMean.findMany({
      where: { subjectId },
      orderBy: [{ demarche: 'asc' }, { questionnaire: 'asc' }, { axis: 'asc' }],
    }),
    states: await prisma.enrolment.findMany({ where: { subjectId }, orderBy: { id: 'asc' } }),
  };
}

const statements = (queries: readonly string[]) =>
  queries.filter((sql) => /^\s*(SELECT|WITH|UPDATE|INSERT|DELETE)/.test(sql));
const writing = (queries: readonly string[]) => queries.filter((sql) => /INSERT|UPDATE "/.test(sql));

describe('D2, S1: what is counted of a subject is kept', () => {
  test('in six queries, whatever the subjects and their démarches, and without a write where nothing changed', async () => {
    const [first, second] = [await atWork(), await atWork()];
    const { prisma } = app().deps;
    const before = await kept(first.product);
    expect(before.items.length).toBeGreaterThan(6);
    expect(before.means.length).toBeGreaterThan(0);

    await prisma.progressItem.deleteMany({});
    await prisma.axisMean.deleteMany({});
    await prisma.enrolment.updateMany({ data: { computedFor: '' } });
    const all = await countQueries(app().deps.database, () => refresh(first.product, second.product));
    expect(statements(all.queries)).toHaveLength(6);
    expect(await kept(first.product)).toEqual(before);

    const again = await countQueries(app().deps.database, () => refresh(first.product, second.product));
    expect(writing(again.queries)).toEqual([]);
  });

  test('P3: what is asked no more goes, and what is asked otherwise is counted so', async () => {
    const { product } = await atWork();
    const { prisma } = app().deps;
    const [enrolment] = (await kept(product)).states;
    const stray = {
      questionnaire: 'telesoin',
      act: 'EVALUATION',
      position: 9,
      state: 'DONE',
      done: 1,
      total: 1,
    } as const;
    await prisma.progressItem.create({ data: { enrolmentId: enrolment?.id ?? '', ...stray } });
    await prisma.progressItem.updateMany({
      where: { enrolment: { subjectId: product.id }, questionnaire: 'securite' },
      data: { total: 1, closed: true, attained: true },
    });
    const { items } = await kept(product);
    await refresh(product);
    const { items: counted } = await kept(product);
    expect(counted).toHaveLength(items.length - 1);
    const security = counted.filter(({ questionnaire, act }) => questionnaire === 'securite' && act === 'EVALUATION');
    expect(security.map(({ total, closed, attained }) => [total, closed, attained])).toEqual([
      [36, false, false],
      [36, false, false],
    ]);
  });

  test('the means of a démarche that it left, and of answers that are not there any more, go', async () => {
    const { product } = await atWork();
    const { prisma } = app().deps;
    await prisma.enrolment.delete({ where: { subjectId_demarche: { subjectId: product.id, demarche: MES } } });
    await refresh(product);
    const { means } = await kept(product);
    expect(new Set(means.map(({ demarche }) => demarche))).toEqual(new Set([SOCLES]));
    await prisma.response.deleteMany({ where: { subjectId: product.id } });
    await refresh(product);
    expect((await kept(product)).means).toEqual([]);
  });

  test('a démarche that is not published any more keeps what it was', async () => {
    const { product } = await atWork();
    const { prisma } = app().deps;
    const data = { demarche: 'une-ancienne-demarche', computedFor: 'before', state: 'DONE' } as const;
    await prisma.enrolment.updateMany({ where: { subjectId: product.id, demarche: MES }, data });
    const before = await kept(product);
    await refresh(product);
    const after = await kept(product);
    expect(after.states).toEqual(before.states);
    expect(after.items).toEqual(before.items);
    expect(after.means.some(({ demarche }) => demarche === MES)).toBe(false);
  });
});
