import { describe, expect, test } from 'vitest';
import { startCounting } from '../../src/jobs/counting.ts';
import { aVendor } from '../builders/additions.ts';
import { anEnrolment, aProduct, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';

const app = useApp();
const socles = 'evaluation-et-projection-socles';

async function count(): Promise<void> {
  const loop = startCounting(app().deps);
  await loop.settle();
  await loop.stop();
}

/** The guide's product, its questionnaire Urbanisation (6 criteria) begun, and counted. */
async function begun() {
  const { company, claire } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  const enrolment = await anEnrolment(product, socles).inside(app());
  const agent = await app().as(claire);
  const page = `/parcours/doctrine/${socles}/${product.reference}/questionnaires/urbanisation/enregistrement`;
  const save = async (critere: string, niveau = '2'): Promise<void> => {
    const { status } = await agent.post(page, { critere, revision: '0', niveau, commentaire: '' });
    expect(status).toBe(200);
  };
  const done = async () => {
    const where = { enrolmentId: enrolment.id, questionnaire: 'urbanisation', act: 'EVALUATION' } as const;
    const item = await app().deps.prisma.progressItem.findUnique({ where: { enrolmentId_questionnaire_act: where } });
    return [item?.done, item?.total];
  };
  await save('A04.1');
  await count();
  return { product, enrolment, save, done };
}

describe('D2: what a save leaves to count', () => {
  test('is counted a moment later, many saves at once, and nothing is left then', async () => {
    const { product, save, done } = await begun();
    expect(await done()).toEqual([1, 6]);
    await save('A06.1');
    await save('A07.2');
    expect(await done()).toEqual([1, 6]);
    const counted = await countQueries(app().deps.database, count);
    expect(counted.queries.filter((sql) => sql.includes('FOR UPDATE'))).toHaveLength(1);
    expect(await done()).toEqual([3, 6]);
    expect(await app().deps.prisma.enrolment.count({ where: { subjectId: product.id, computedFor: '' } })).toBe(0);
    const again = await countQueries(app().deps.database, count);
    expect(again.queries).toHaveLength(1);
  });

  test('by another process, or by one that was killed, is counted too', async () => {
    const { save, done } = await begun();
    await save('A06.1');
    app().deps.toCount.clear();
    await count();
    expect(await done()).toEqual([2, 6]);
  });

  test('while it was being counted, its mark lost to the count, is counted next', async () => {
    const { enrolment, save, done } = await begun();
    const { prisma } = app().deps;
    const { computedFor } = await prisma.enrolment.findUniqueOrThrow({ where: { id: enrolment.id } });
    await save('A06.1');
    await prisma.enrolment.update({ where: { id: enrolment.id }, data: { computedFor } });
    await count();
    expect(await done()).toEqual([2, 6]);
  });

  test('of a subject that can’t be counted keeps none of the others waiting', async () => {
    const { prisma } = app().deps;
    const wrong = await begun();
    const right = await begun();
    await prisma.$executeRawUnsafe(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$`);
    await prisma.$executeRawUnsafe(`
      CREATE TRIGGER refuse BEFORE UPDATE ON "ProgressItem" FOR EACH ROW
      WHEN (OLD."enrolmentId" = '${wrong.enrolment.id}') EXECUTE FUNCTION refuse()`);
    await wrong.save('A06.1');
    await right.save('A06.1');
    await count();
    expect([await wrong.done(), await right.done()]).toEqual([
      [1, 6],
      [2, 6],
    ]);
    await prisma.$executeRawUnsafe('DROP TRIGGER refuse ON "ProgressItem"');
    await count();
    expect(await wrong.done()).toEqual([2, 6]);
  });

  test('in a démarche that is not published any more waits for nothing', async () => {
    const { enrolment } = await begun();
    const data = { demarche: 'une-ancienne-demarche', computedFor: '' };
    await app().deps.prisma.enrolment.update({ where: { id: enrolment.id }, data });
    const { queries } = await countQueries(app().deps.database, count);
    expect(queries).toHaveLength(1);
  });
});
