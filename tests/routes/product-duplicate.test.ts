import { describe, expect, test } from 'vitest';
import { aCompany, aPerson, aProduct, aResponsible } from '../builders/people.ts';
import { anEnrolment, aResponse, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();
const KEY = '5f0c1c52-7f58-4f8e-9a35-1f3f5b1f2a';

let copies = 10;
function aKey(): string {
  copies += 1;
  return `${KEY}${copies}`;
}

async function aVendor() {
  const company = await aCompany().inside(app());
  const claire = await aResponsible().of(company).named('Claire', 'Roux').inside(app());
  const hugo = await aPerson().of(company).under(claire).named('Hugo', 'Martin').inside(app());
  const carnet = await aProduct('Carnet')
    .of(company)
    .ledBy(claire)
    .qualified(guideQualification)
    .published()
    .inside(app());
  return {
    company,
    claire,
    hugo,
    carnet,
    agent: await app().as(claire),
    path: `/produits/${carnet.reference}/duplication`,
  };
}

const subjectsOf = (companyId: string) =>
  app().deps.prisma.subject.findMany({
    where: { companyId },
    include: { product: true, responses: { include: { answers: true } }, enrolments: true, rereadings: true },
    orderBy: { reference: 'asc' },
  });

describe('P7: a product is duplicated', () => {
  test('P7: the page proposes a name, and says what is taken and what is not', async () => {
    const { agent, path } = await aVendor();
    const page = (await agent.get(path)).text;
    expect(page).toContain('value="Copie de Carnet"');
    expect(page).toContain('value="v1.0"');
    expect(textOf(page)).toContain(
      'Responsable de la copie : Claire Roux'.replace(' :', '\u00a0:').replace('\u00a0', ' '),
    );
    expect(await htmlProblems(page)).toEqual([]);
    expect(typographyProblems(page)).toEqual([]);
  });

  test('P7: identification, qualification, answers as drafts; no validation, enrolment nor publication', async () => {
    const { company, claire, hugo, carnet, agent, path } = await aVendor();
    await anEnrolment(carnet, 'telesoin').inside(app());
    await aResponse(carnet, 'urbanisation')
      .answering({ 'A03.1': 3 }, { 'A03.1': 'Ainsi' })
      .validatedBy(hugo)
      .inside(app());
    await aResponse(carnet, 'interoperabilite').answering({ 'A04.1': 1 }).validatedBy(hugo).inside(app());
    await aResponse(carnet, 'interoperabilite').answering({ 'A04.1': 2, 'A04.2': 'na' }).draftedBy(hugo).inside(app());
    await aResponse(carnet, 'urbanisation').planning({}).validatedBy(hugo).inside(app());
    await app().deps.prisma.rereading.create({
      data: {
        subjectId: carnet.id,
        questionnaire: 'urbanisation',
        since: app().now(),
        changedBy: 'Hugo',
        appeared: ['A03.1'],
        vanished: [],
      },
    });
    app().wait(60_000);
    const answer = await agent.post(path, { name: 'Carnet Pro', version: 'v2', creationKey: aKey() });
    const [original, copy] = await subjectsOf(company.id);
    expect([answer.status, answer.headers.location]).toEqual([303, `/produits/${copy?.reference}`]);
    expect(copy).toMatchObject({
      name: 'Carnet Pro',
      declared: original?.declared,
      responsibleId: claire.id,
      archivedAt: null,
      enrolments: [],
      product: { version: 'v2', type: 'CORE', description: original?.product?.description, published: false },
      rereadings: [{ questionnaire: 'urbanisation', appeared: ['A03.1'] }],
    });
    const drafts = Object.fromEntries(
      copy?.responses.map((response) => [
        response.questionnaire,
        {
          ...response,
          answers: response.answers
            .map(({ criterion, level, notApplicable, comment }) => [criterion, level, notApplicable, comment])
            .sort(),
        },
      ]) ?? [],
    );
    expect(Object.keys(drafts).sort()).toEqual(['interoperabilite', 'urbanisation']);
    for (const draft of Object.values(drafts)) {
      expect(draft).toMatchObject({
        status: 'DRAFT',
        act: 'EVALUATION',
        number: null,
        frozen: null,
        validatedAt: null,
        startedBy: 'Claire Roux',
      });
    }
    expect(drafts.urbanisation?.answers).toEqual([['A03.1', 3, false, 'Ainsi']]);
    expect(drafts.interoperabilite?.answers).toEqual([
      ['A04.1', 2, false, ''],
      ['A04.2', null, true, ''],
    ]);
    const written = copy?.responses.flatMap(({ answers }) => answers) ?? [];
    expect(
      written.every((one) => one.answeredBy === 'Claire Roux' && one.answeredAt.getTime() === app().now().getTime()),
    ).toBe(true);
    expect(original?.responses).toHaveLength(4);

    const page = textOf((await agent.get(`/produits/${copy?.reference}`)).text);
    expect(page).toContain('« Carnet Pro – v2 » est ajouté');
    expect(page).toContain('Produit obtenu par duplication');
    expect(page).toContain(`Carnet – v1.0 – ${carnet.reference}`);
  });

  test('P7, A6: whoever duplicates accesses the copy; a responsible whom they may not give it to is not given it', async () => {
    const { company, claire, hugo, carnet } = await aVendor();
    const other = await aPerson().of(company).under(claire).inside(app());
    const module = await aProduct('Module').of(company).ledBy(other).optionOf(carnet).inside(app());
    const nina = await aPerson().of(company).under(hugo).accessing(module).inside(app());
    const agent = await app().as(nina);
    const answer = await agent.post(`/produits/${module.reference}/duplication`, {
      name: 'Module bis',
      version: 'v1',
      creationKey: aKey(),
    });
    const copy = (await subjectsOf(company.id)).at(-1);
    expect(copy).toMatchObject({
      name: 'Module bis',
      responsibleId: nina.id,
      product: { type: 'OPTION', coreId: carnet.id },
    });
    expect((await agent.get(answer.headers.location ?? '')).status).toBe(200);
  });

  test('P7: a double click makes one copy', async () => {
    const { company, agent, path } = await aVendor();
    await agent.get(path);
    const sent = { name: 'Copie', version: 'v1', creationKey: aKey() };
    const answers = await Promise.all([1, 2].map(() => agent.post(path, sent)));
    const [, copy, third] = await subjectsOf(company.id);
    expect(third).toBeUndefined();
    expect(answers.map(({ headers }) => headers.location)).toEqual(Array(2).fill(`/produits/${copy?.reference}`));
  });

  test('P7: a name that is missing is said at its field; what was typed stays, and the key with it', async () => {
    const { company, agent, path } = await aVendor();
    const key = aKey();
    const answer = await agent.post(path, { name: ' ', version: 'v9', creationKey: key });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Indiquez le nom du produit.');
    expect(answer.text).toContain('value="v9"');
    expect(answer.text).toContain(`value="${key}"`);
    expect(await subjectsOf(company.id)).toHaveLength(1);
  });
});
