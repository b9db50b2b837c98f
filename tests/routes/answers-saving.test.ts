import { describe, expect, test } from 'vitest';
import { aVendor } from '../builders/additions.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';

const app = useApp();
const socles = 'evaluation-et-projection-socles';

/** The guide's product in the démarche of the guide, and whoever answers for it. */
async function theProduct() {
  const { company, claire, ...others } = await aVendor(app());
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  await anEnrolment(product, socles).inside(app());
  const page = `/parcours/doctrine/${socles}/${product.reference}/questionnaires/urbanisation`;
  const agent = await app().as(claire);
  const save = (sent: Record<string, string>, by = agent) => by.post(`${page}/enregistrement`, sent);
  const rows = () =>
    app().deps.prisma.answer.findMany({
      where: { response: { subjectId: product.id } },
      orderBy: { criterion: 'asc' },
    });
  return { company, claire, product, page, agent, save, rows, ...others };
}

const said = { critere: 'A04.1', revision: '0', niveau: '2', commentaire: '' };

describe('Q2: one answer saved by itself', () => {
  test('starts the draft, says its revision and the hour, and another save goes on from there', async () => {
    const { save, rows, claire } = await theProduct();
    const first = await save(said);
    expect([first.status, first.body]).toEqual([200, { criterion: 'A04.1', revision: 1, at: '11\u00a0h\u00a000' }]);
    const second = await save({ ...said, revision: '1', niveau: '3', commentaire: 'Depuis mars' });
    expect([second.status, second.body.revision]).toEqual([200, 2]);
    expect(await rows()).toMatchObject([
      { criterion: 'A04.1', level: 3, comment: 'Depuis mars', revision: 2, answeredById: claire.id },
    ]);
  });

  test('the same sent twice, as after an answer that was lost on its way, is saved once', async () => {
    const { save, rows } = await theProduct();
    await save(said);
    const again = await save(said);
    expect([again.status, again.body.revision]).toEqual([200, 1]);
    expect(await rows()).toHaveLength(1);
  });

  test('from an older revision it is refused, with what was answered meanwhile, by whom and when', async () => {
    const { save, rows } = await theProduct();
    await save(said);
    const late = await save({ ...said, niveau: '1', commentaire: 'Autrement' });
    expect([late.status, late.body.conflict]).toMatchObject([
      409,
      { criterion: 'A04.1', grade: '2', comment: '', revision: 1, answeredBy: 'Claire Roux' },
    ]);
    expect(await rows()).toMatchObject([{ level: 2 }]);
  });

  test('costs three queries once a draft is open, the session’s among them', async () => {
    const { save } = await theProduct();
    await save(said);
    const { queries } = await countQueries(app().deps.database, () => save({ ...said, revision: '1', niveau: '1' }));
    expect(queries).toHaveLength(3);
  });

  test.each([
    ['a criterion that the démarche does not ask', { ...said, critere: 'Z99' }],
    ['an answer that is not offered', { ...said, niveau: '7' }],
    ['an option product that is not one', { ...said, depend: 'on', option: '00000000-0000-7000-8000-000000000000' }],
    ['a criterion that does not apply to this product', { ...said, critere: 'A02.1' }],
    ['a comment too long', { ...said, commentaire: 'a'.repeat(5001) }],
  ])('refuses %s', async (_, sent) => {
    const { save, rows } = await theProduct();
    expect((await save(sent)).status).toBe(422);
    expect(await rows()).toEqual([]);
  });
});

test('Q2: that an exigence depends on an option product is refused: its page could not undo it', async () => {
  const { agent, product } = await theProduct();
  await anEnrolment(product, 'referencement-sans-echange').inside(app());
  const page = `/parcours/mon-espace-sante/referencement-sans-echange/${product.reference}/questionnaires/ethique-mes`;
  const answer = { critere: 'QUA.1.1', revision: '0', niveau: '0', commentaire: '' };
  const refused = await agent.post(`${page}/enregistrement`, { ...answer, depend: 'on' });
  expect([refused.status, refused.text.includes('ne peut pas dépendre')]).toEqual([422, true]);
  expect((await agent.post(`${page}/enregistrement`, answer)).status).toBe(200);
});

describe('Q2: what nobody may do to somebody else’s page', () => {
  test('a revision that was never given is told as a conflict, and locks nobody out', async () => {
    const { save, rows } = await theProduct();
    await save(said);
    const forged = await save({ ...said, critere: 'A06.1', revision: '999999999', niveau: '0' });
    expect(forged.status).toBe(409);
    expect((await rows()).map(({ criterion }) => criterion)).toEqual(['A04.1']);
    expect((await save({ ...said, critere: 'A06.1' })).status).toBe(200);
  });

  test('D3, G4: a draft that another démarche opened is not written into where the questionnaire is still closed', async () => {
    const { save, product, claire } = await theProduct();
    await aResponse(product, 'securite').answering({}).draftedBy(claire).inside(app());
    await anEnrolment(product, 'referencement-guide').inside(app());
    const closed = `/parcours/mon-espace-sante/referencement-guide/${product.reference}/questionnaires/securite/enregistrement`;
    const agent = await app().as(claire);
    const refused = await agent.post(closed, { ...said, critere: '01.01' });
    expect([refused.status, refused.text.includes('pas encore ouvert')]).toEqual([422, true]);
    expect((await save(said)).status).toBe(200);
  });
});

describe('P5: a questionnaire to be read again', () => {
  test('saved by several people at once, each is answered and the mark is gone', async () => {
    const { save, product, rows } = await theProduct();
    await save(said);
    const { prisma } = app().deps;
    for (let round = 1; round <= 4; round += 1) {
      const mark = { since: app().now(), changedBy: 'Claire Roux', appeared: ['A06.1'], vanished: ['A02.1'] };
      await prisma.rereading.create({ data: { subjectId: product.id, questionnaire: 'urbanisation', ...mark } });
      const codes = ['A04.1', 'A06.1', 'A07.2', 'A08.6.1'];
      const before = new Map((await rows()).map(({ criterion, revision }) => [criterion, revision]));
      const answers = await Promise.all(
        codes.map((critere) =>
          save({ ...said, critere, revision: String(before.get(critere) ?? 0), commentaire: `Tour ${round}` }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 200));
      expect(await prisma.rereading.count({ where: { subjectId: product.id } })).toBe(0);
    }
  });
});

describe('Q4: a draft after a validation', () => {
  test('starts from the validated answers, and what was validated stays as it was', async () => {
    const { save, rows, product, claire } = await theProduct();
    await aResponse(product, 'urbanisation').answering({ 'A04.1': 1, 'A06.1': 2 }).validatedBy(claire).inside(app());
    expect((await save({ ...said, niveau: '3' })).status).toBe(200);
    expect((await rows()).map(({ criterion, level, revision }) => [criterion, level, revision])).toEqual([
      ['A04.1', 3, 1],
      ['A06.1', 2, 0],
    ]);
    const [validated] = await app().deps.prisma.response.findMany({
      where: { status: 'VALIDATED' },
      orderBy: { validatedAt: 'desc' },
    });
    expect(validated?.frozen).toMatchObject({ answers: { 'A04.1': 1, 'A06.1': 2 } });
  });
});
