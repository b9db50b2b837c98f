import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/accounts/person.ts';
import type { Subject } from '../../src/domain/subjects/subject.ts';
import { type Fields, hiddenIn, aVendor as vendorWith } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { aQualificationOf } from '../builders/initialisation.ts';
import { aPerson, aProduct } from '../builders/people.ts';
import { anEnrolment, aResponse, aStrategy, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';
/** Question 10: instead of patients, organisations and machines. */
const structures = { acteurs: ['structures'] };
const opened = { revision: '0' };

async function aTeam() {
  const { company, claire, hugo } = await vendorWith(app());
  const carnet = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app());
  const nina = await aPerson().of(company).under(claire).named('Nina', 'Blanc').accessing(carnet).inside(app());
  const path = `/produits/${carnet.reference}/qualification`;
  return { company, claire, hugo, nina, carnet, path, agent: await app().as(claire) };
}

async function answered(carnet: Subject, claire: Person) {
  await anEnrolment(carnet, SOCLES).inside(app());
  const urbanisation = everyCriterion(app(), carnet, SOCLES, 'urbanisation', 2);
  await aResponse(carnet, 'urbanisation').answering(urbanisation).validatedBy(claire).inside(app());
  await aResponse(carnet, 'urbanisation').answering({ 'A06.1': 3 }).draftedBy(claire).inside(app());
  const securite = everyCriterion(app(), carnet, SOCLES, 'securite', 1);
  await aResponse(carnet, 'securite').answering(securite).draftedBy(claire).inside(app());
}

const subjectOf = (id: string) => app().deps.prisma.subject.findUniqueOrThrow({ where: { id } });
const marksOf = (subjectId: string) =>
  app().deps.prisma.rereading.findMany({ where: { subjectId }, orderBy: { questionnaire: 'asc' } });
const eventsOf = (reference: number) =>
  app().deps.prisma.auditEvent.findMany({ where: { target: String(reference), action: 'subject.qualified' } });
const answersOf = (subjectId: string) =>
  app().deps.prisma.response.findMany({
    where: { subjectId },
    include: { answers: { orderBy: { criterion: 'asc' } } },
    orderBy: { id: 'asc' },
  });
const wordsOf = (html: string): string => textOf(html).replaceAll('\u00a0', ' ');

describe('P5: before a qualification is changed, what changes is shown', () => {
  test('P5: its form holds every answer; nothing is saved by looking at what changes', async () => {
    const { claire, carnet, agent, path } = await aTeam();
    await answered(carnet, claire);
    const form = (await agent.get(path)).text;
    expect(await htmlProblems(form)).toEqual([]);
    expect(typographyProblems(form)).toEqual([]);
    expect(form.match(/ checked/g)).toHaveLength(20);
    const before = [await subjectOf(carnet.id), await answersOf(carnet.id)];
    const preview = await agent.post(path, aQualificationOf(structures, opened));
    expect(preview.status).toBe(200);
    expect(await htmlProblems(preview.text)).toEqual([]);
    expect(typographyProblems(preview.text)).toEqual([]);
    expect([await subjectOf(carnet.id), await answersOf(carnet.id)]).toEqual(before);
    expect(await marksOf(carnet.id)).toEqual([]);
  });

  test('P5: per questionnaire, each criterion with its code, its title, its reason and the answers concerned', async () => {
    const { claire, carnet, agent, path } = await aTeam();
    await answered(carnet, claire);
    const text = wordsOf((await agent.post(path, aQualificationOf(structures, opened))).text);
    expect(text).toContain('3 critères apparaissent et 2 critères disparaissent.');
    expect(text).toContain('Urbanisation et Sécurité seront à relire.');
    expect(text).toContain('Avant : « Usagers » Après : « Structures ou automates »');
    expect(text).toContain('Urbanisation 6 → 6 critères Critères qui apparaissent (1) A02.1');
    expect(text).toContain('Sécurité 36 → 37 critères Critères qui apparaissent (2) 03.15');
    expect(text).toContain('Interopérabilité 7 critères, sans changement');
    expect(text).toMatch(
      /Critères qui disparaissent \(1\) A06\.1 .+ Il disparaît parce que vous avez répondu « Structures ou automates » à la question 10 de la qualification\./,
    );
    expect(text).toContain('Brouillon : Niveau 3, vert, fort. Cette réponse sera retirée');
    expect(text).toContain('Dernière validation : Niveau 2, jaune, moyen. Elle reste telle qu’elle a été validée.');
  });

  test('P5: of a product in no démarche, the questionnaires that its qualification decides', async () => {
    const { agent, path } = await aTeam();
    const text = wordsOf((await agent.post(path, aQualificationOf(structures, opened))).text);
    expect(text).toContain('Urbanisation 6 → 6 critères');
    expect(text).toContain('Sécurité 36 → 37 critères');
    expect(text).not.toContain('à relire');
  });

  test('P5: « Revenir à la qualification » loses nothing typed; what is missing is said at its question', async () => {
    const { agent, path } = await aTeam();
    const preview = await agent.post(path, aQualificationOf(structures, opened));
    const back = await agent.post(path, { ...hiddenIn(preview.text), act: 'modifier' });
    expect(back.status).toBe(200);
    expect(back.text).toMatch(/value="structures" checked/);
    expect(back.text).not.toMatch(/value="usagers" checked/);
    const { 'qualification.facturation': _, ...partial } = aQualificationOf(structures, opened);
    const refused = await agent.post(path, partial);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('Question 20 : choisissez une réponse.');
    expect(refused.text).toMatch(/value="structures" checked/);
    expect(await htmlProblems(refused.text)).toEqual([]);
  });

  test.each(['', 'confirmer'])('P5: the same answers change nothing (%s)', async (act) => {
    const { carnet, agent, path } = await aTeam();
    const answer = await agent.post(path, aQualificationOf({}, { ...opened, act }));
    expect([answer.status, answer.headers.location]).toEqual([303, `/produits/${carnet.reference}`]);
    expect((await subjectOf(carnet.id)).revision).toBe(0);
    expect(await eventsOf(carnet.reference)).toEqual([]);
    expect(textOf((await agent.get(`/produits/${carnet.reference}`)).text)).toContain(
      'La qualification n’a pas changé',
    );
  });
});

describe('P5: once confirmed', () => {
  test('P5: it counts, each answered questionnaire that changes is to be read again, no answer is lost', async () => {
    const { claire, nina, carnet, agent, path } = await aTeam();
    await answered(carnet, claire);
    const before = await answersOf(carnet.id);
    const preview = await agent.post(path, aQualificationOf(structures, opened));
    app().wait(1000);
    const saved = await agent.post(path, { ...hiddenIn(preview.text), act: 'confirmer' });
    expect([saved.status, saved.headers.location]).toEqual([303, `/produits/${carnet.reference}`]);
    const subject = await subjectOf(carnet.id);
    expect(subject).toMatchObject({ revision: 1, qualifiedAt: app().now() });
    expect(subject.declared).toEqual({ qualification: { ...guideQualification, ...structures } });
    expect(await marksOf(carnet.id)).toMatchObject([
      { questionnaire: 'securite', appeared: ['03.15', '04.02'], vanished: ['04.03'], changedBy: 'Claire Roux' },
      { questionnaire: 'urbanisation', appeared: ['A02.1'], vanished: ['A06.1'], since: app().now() },
    ]);
    expect(await answersOf(carnet.id)).toEqual(before);
    const items = await app().deps.prisma.progressItem.findMany({
      where: { enrolment: { subjectId: carnet.id }, act: 'EVALUATION' },
      orderBy: { position: 'asc' },
    });
    expect(items.map(({ questionnaire, done, total }) => [questionnaire, done, total])).toEqual([
      ['urbanisation', 0, 6],
      ['interoperabilite', 0, 7],
      ['securite', 35, 37],
    ]);
    expect((await eventsOf(carnet.reference)).map(({ details }) => details)).toEqual([
      {
        answers: 'question\u00a010, «\u00a0Usagers\u00a0» → «\u00a0Structures ou automates\u00a0»',
        rereading: 'Urbanisation et Sécurité',
      },
    ]);
    expect(await app().deps.prisma.notification.findMany({ where: { userId: nina.id } })).toMatchObject([
      {
        title: 'La qualification de Careoptim – v1.0 a changé',
        body: 'Claire Roux l’a modifiée. À relire\u00a0: Urbanisation et Sécurité.',
      },
    ]);
    expect(await app().deps.prisma.notification.count({ where: { userId: claire.id } })).toBe(0);
    const page = wordsOf((await agent.get(`/parcours/doctrine/${SOCLES}/${carnet.reference}`)).text);
    expect(page).toContain('par Claire Roux : 1 critère apparaît (A02.1) et 1 critère disparaît (A06.1).');
  });

  test('P5: what changes adds up; a change back leaves nothing to read again, and every answer', async () => {
    const { claire, carnet, agent, path } = await aTeam();
    await answered(carnet, claire);
    const before = await answersOf(carnet.id);
    const confirm = (over: Parameters<typeof aQualificationOf>[0], revision: string) =>
      agent.post(path, aQualificationOf(over, { revision, act: 'confirmer' }));
    await confirm(structures, '0');
    await confirm({ acteurs: ['structures', 'professionnels'] }, '1');
    const [, urbanisation] = await marksOf(carnet.id);
    expect(urbanisation?.appeared).toEqual(expect.arrayContaining(['A02.1', 'A01.1', 'A05.2']));
    expect(urbanisation?.vanished).toEqual(['A06.1']);
    await confirm({}, '2');
    expect(await marksOf(carnet.id)).toEqual([]);
    expect(await answersOf(carnet.id)).toEqual(before);
  });

  test('P5: what has no answer is not to be read again', async () => {
    const { carnet, agent, path } = await aTeam();
    await anEnrolment(carnet, SOCLES).inside(app());
    await agent.post(path, aQualificationOf(structures));
    expect((await subjectOf(carnet.id)).revision).toBe(1);
    expect(await marksOf(carnet.id)).toEqual([]);
  });

  test('P5: a double click changes it once', async () => {
    const { carnet, agent, path } = await aTeam();
    const sent = aQualificationOf(structures);
    const answers = await Promise.all([agent.post(path, sent), agent.post(path, sent)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await eventsOf(carnet.reference)).toHaveLength(1);
    expect((await subjectOf(carnet.id)).revision).toBe(1);
  });
});

describe('P5: two at once', () => {
  async function aConflict() {
    const team = await aTeam();
    const nina = await app().as(team.nina);
    const preview = await nina.post(team.path, aQualificationOf(structures, opened));
    const theirs: Fields = hiddenIn(preview.text);
    await team.agent.post(team.path, aQualificationOf({ telemaintenance: 'oui' }));
    return { ...team, nina, theirs };
  }

  test('P5: who confirms second is shown anew what changes, on what is saved now, and by whom it was', async () => {
    const { carnet, nina, theirs, path } = await aConflict();
    const refused = await nina.post(path, { ...theirs, act: 'confirmer' });
    expect(refused.status).toBe(409);
    expect(await htmlProblems(refused.text)).toEqual([]);
    expect(typographyProblems(refused.text)).toEqual([]);
    const text = wordsOf(refused.text);
    expect(text).toContain('Claire Roux, aujourd’hui à 11 h 00 Qualification modifiée');
    expect(text).toContain('question 18, « Non » → « Oui »');
    expect(text).not.toContain('Avant : « Oui » Après : « Non »');
    expect(text).not.toContain('Vous avez saisi');
    expect(text).toContain('Avant : « Usagers » Après : « Structures ou automates »');
    expect((await subjectOf(carnet.id)).revision).toBe(1);
    const saved = await nina.post(path, { ...hiddenIn(refused.text), act: 'confirmer' });
    expect(saved.status).toBe(303);
    expect((await subjectOf(carnet.id)).declared).toEqual({
      qualification: { ...guideQualification, ...structures, telemaintenance: 'oui' },
    });
  });

  test('P5: a question that both answered differently is said, with both answers', async () => {
    const { agent, nina, carnet, path } = await aTeam();
    const other = await app().as(nina);
    const opening = hiddenIn((await other.get(path)).text);
    await agent.post(path, aQualificationOf({ acteurs: ['professionnels'], telemaintenance: 'oui' }));
    const preview = await other.post(path, { ...aQualificationOf(structures), ...opening, act: '' });
    expect(preview.status).toBe(200);
    const text = wordsOf(preview.text);
    expect(text).toMatch(
      /Catégories d’utilisateurs.* Enregistré : « Professionnels[^»]* » Vous avez saisi : « Structures/,
    );
    expect(text.match(/Vous avez saisi/g)).toHaveLength(1);
    await other.post(path, { ...hiddenIn(preview.text), act: 'confirmer' });
    expect((await subjectOf(carnet.id)).declared).toEqual({
      qualification: { ...guideQualification, ...structures, telemaintenance: 'oui' },
    });
  });

  test('P5: what does not hold together is asked again, with both changes', async () => {
    const { nina, theirs, path } = await aConflict();
    const { 'qualification.facturation': _, ...partial } = theirs;
    const refused = await nina.post(path, { ...partial, act: '' });
    expect(refused.status).toBe(409);
    expect(await htmlProblems(refused.text)).toEqual([]);
    expect(wordsOf(refused.text)).toContain('Ce qui a été modifié entre-temps Claire Roux, aujourd’hui à 11 h 00');
    expect(refused.text).toMatch(/value="structures" checked/);
    expect(refused.text).toMatch(/name="qualification.telemaintenance"[^>]*value="oui" checked/);
    expect(hiddenIn(refused.text)).toMatchObject({ revision: '1', 'opened.qualification.telemaintenance': 'oui' });
  });

  test('P5: back from what changes, the form holds both changes', async () => {
    const { nina, theirs, path } = await aConflict();
    const refused = await nina.post(path, { ...theirs, act: 'confirmer' });
    const back = await nina.post(path, { ...hiddenIn(refused.text), act: 'modifier' });
    expect(back.text).toMatch(/value="structures" checked/);
    expect(back.text).toMatch(/name="qualification.telemaintenance"[^>]*value="oui" checked/);
    expect(hiddenIn(back.text)).toMatchObject({ revision: '1', 'opened.qualification.telemaintenance': 'oui' });
  });

  test('P5: who looks at what changes second is told too', async () => {
    const { nina, theirs, path } = await aConflict();
    const preview = await nina.post(path, { ...theirs, act: '' });
    expect(preview.status).toBe(200);
    expect(wordsOf(preview.text)).toContain('La qualification a été modifiée entre-temps');
    expect(preview.text).toContain('name="revision" value="1"');
    expect(await htmlProblems(preview.text)).toEqual([]);
  });
});

describe('P5: the qualification of the strategy', () => {
  test('P5: its preview, then the change; a right apart', async () => {
    const { company, claire, hugo, agent } = await aTeam();
    const strategy = await aStrategy().of(company).ledBy(claire).inside(app());
    await anEnrolment(strategy, SOCLES).inside(app());
    const path = '/strategie-globale/qualification';
    expect(await htmlProblems((await agent.get(path)).text)).toEqual([]);
    const sent = { 'strategy-qualification.autres-services': 'oui', revision: '0' };
    const preview = await agent.post(path, sent);
    expect(wordsOf(preview.text)).toContain('3 → 4 critères');
    expect((await agent.post(path, { ...sent, act: 'confirmer' })).headers.location).toBe('/strategie-globale');
    expect((await subjectOf(strategy.id)).declared).toEqual({
      'strategy-qualification': { 'autres-services': 'oui' },
    });
    expect((await (await app().as(hugo)).get(path)).status).toBe(403);
  });
});
