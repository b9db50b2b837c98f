import { describe, expect, test } from 'vitest';
import { applicableCriteria } from '../../src/domain/applicability/applicable.ts';
import { attainment } from '../../src/domain/attainment.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import { answerOf } from '../../src/domain/referential/level.ts';
import { radar } from '../../src/domain/scoring.ts';
import { frozenIn } from '../../src/subjects/work.ts';
import { aTeamAtWork, MES, SOCLES } from '../builders/handing.ts';
import { aCompany, aResponsible } from '../builders/people.ts';
import { aProof, expecting } from '../builders/proofs.ts';
import { aResponse } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { textOf } from '../support/html.ts';

const app = useApp();
type Team = Awaited<ReturnType<typeof aTeamAtWork>>;
const ETHICS = 'ethique-mes';

async function validatedBy(person: { readonly id: string }, page: string) {
  return (await app().as(person)).post(`${page}/validation`);
}

/** Refused: this is said, and nothing is validated. */
async function refused(team: Team, page: string, said: string): Promise<void> {
  const answer = await validatedBy(team.ines, page);
  expect(answer.status).toBe(422);
  expect(textOf(answer.text)).toContain(said);
  expect(await app().deps.prisma.response.count({ where: { subjectId: team.product.id, status: 'VALIDATED' } })).toBe(
    0,
  );
  expect(await team.trail()).toEqual([]);
}

describe('Q3: « Valider » is refused, and what is missing is named with a link to it', () => {
  test('one criterion is unanswered', async () => {
    const team = await aTeamAtWork(app());
    const [[code = ''] = [], ...others] = Object.entries(team.every('urbanisation', 2));
    await team.drafts('urbanisation', Object.fromEntries(others));
    await refused(
      team,
      team.place('urbanisation'),
      'Le questionnaire n’est pas encore validé : il reste 1 point à régler.',
    );
    const { text } = await validatedBy(team.ines, team.place('urbanisation'));
    const { criterion } = applicableIn(team, SOCLES, 'urbanisation').find((one) => one.code === code) ?? {};
    expect(textOf(text)).toContain(`${code} ${criterion?.title} : choisissez un niveau.`);
    expect(text).toContain(`href="#champ-niveau-${code.replace('.', '-')}"`);
  });

  test('nothing is answered yet: each criterion is named, and no draft is left behind', async () => {
    const team = await aTeamAtWork(app());
    await refused(team, team.place('urbanisation'), 'il reste 6 points à régler');
    expect(await team.responses('urbanisation')).toEqual([]);
  });

  test('Q5: one « Non applicable » has no comment', async () => {
    const team = await aTeamAtWork(app());
    const [code = ''] = naOffered(team);
    await team.drafts(ETHICS, { ...team.every(ETHICS, 0, MES), [code]: 'na' });
    await refused(team, team.place(ETHICS, MES), 'dites en commentaire pourquoi cette exigence n’est pas applicable.');
  });

  test('Q6: one « Conforme » lacks a proof of one of its expected types', async () => {
    const team = await aTeamAtWork(app());
    const proved = expecting(app(), team.product, MES, ETHICS).find(({ types }) => types.length > 1);
    const [missing = '', ...types] = proved?.types ?? [];
    const criterion = proved?.code ?? '';
    await team.drafts(ETHICS, { ...team.every(ETHICS, 0, MES), [criterion]: 3 });
    const deposit = (type: string) =>
      aProof(team.product, { questionnaire: ETHICS, criterion, type }).depositedBy(team.hugo).inside(app());
    for (const type of types) await deposit(type);
    await refused(team, team.place(ETHICS, MES), 'il reste 1 point à régler');
    const { text } = await validatedBy(team.ines, team.place(ETHICS, MES));
    expect(textOf(text)).toContain(`${criterion} `);
    expect(textOf(text)).toContain(' : déposez une preuve « ');
    const archived = await deposit(missing);
    await app().deps.prisma.proof.update({ where: { id: archived.id }, data: { archivedAt: app().now() } });
    await refused(team, team.place(ETHICS, MES), 'il reste 1 point à régler');
    await deposit(missing);
    expect((await validatedBy(team.ines, team.place(ETHICS, MES))).status).toBe(303);
  });

  test('Q2: a level depends on an option product that is still to be said', async () => {
    const team = await aTeamAtWork(app());
    const grades = team.every('urbanisation', 2);
    const { id: responseId } = await team.drafts('urbanisation', grades);
    await app().deps.prisma.answer.updateMany({
      where: { responseId, criterion: Object.keys(grades)[0] ?? '' },
      data: { dependsOnOption: true },
    });
    await refused(
      team,
      team.place('urbanisation'),
      'choisissez le produit option dont dépend ce niveau, ou décochez la case.',
    );
  });

  test('P6: an archived product is read', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    await app().deps.prisma.subject.update({ where: { id: team.product.id }, data: { archivedAt: app().now() } });
    await refused(team, team.place('urbanisation'), 'Ce produit est archivé');
  });
});

describe('A5: who may validate', () => {
  test('a contributor without the right saves and asks, but does not validate, from the page or by hand', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    const agent = await app().as(team.hugo);
    const page = team.place('urbanisation');
    expect((await agent.get(page)).text).not.toContain('value="valider"');
    const saved = await agent.post(`${page}/enregistrement`, {
      critere: 'A04.1',
      revision: '1',
      niveau: '3',
      commentaire: '',
    });
    expect(saved.status).toBe(200);
    expect((await agent.post(`${page}/demande-de-validation`)).status).toBe(303);
    expect((await agent.post(`${page}/validation`)).status).toBe(403);
    expect((await agent.post(page, { action: 'valider' })).status).toBe(403);
    expect((await agent.post(`${page}/renvoi`, { message: 'Non' })).status).toBe(403);
    expect((await team.responses('urbanisation')).map(({ status }) => status)).toEqual(['DRAFT']);
  });

  test('another company’s Responsable learns nothing of it', async () => {
    const team = await aTeamAtWork(app());
    const other = await aResponsible()
      .of(await aCompany().inside(app()))
      .inside(app());
    expect((await validatedBy(other, team.place('urbanisation'))).status).toBe(404);
  });
});

describe('Q4: a validation freezes the answers', () => {
  test('with who and when, and the scores of each démarche joined, as the domain computes them', async () => {
    const team = await aTeamAtWork(app());
    const grades = Object.fromEntries(
      Object.keys(team.every('securite', 2)).map((code, index) => [code, ([1, 2, 3] as const)[index % 3] ?? 1]),
    );
    await team.drafts('securite', grades, 'Tout y est.');
    const answer = await validatedBy(team.ines, team.place('securite'));
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      `/parcours/doctrine/${SOCLES}/${team.product.reference}`,
    ]);
    const [response, ...others] = await team.responses('securite');
    expect(others).toEqual([]);
    expect(response).toMatchObject({
      status: 'VALIDATED',
      number: 1,
      validatedAt: app().now(),
      validatedBy: 'Inès Robin',
      answers: [],
      remarks: [],
    });
    const frozen = frozenIn(response?.frozen);
    expect(frozen.answers).toEqual(grades);
    expect(frozen.rows?.map(({ criterion, grade, answeredBy }) => [criterion, grade, answeredBy])).toEqual(
      Object.entries(grades).map(([code, grade]) => [code, grade, 'Hugo Petit']),
    );
    expect(frozen.results?.map(({ demarche }) => demarche)).toEqual([SOCLES, MES]);
    for (const result of frozen.results ?? []) {
      const criteria = applicableIn(team, result.demarche, 'securite');
      const given = Object.fromEntries(Object.entries(grades).map(([code, grade]) => [code, answerOf(grade)]));
      const { attained, shortfalls } = attainment(criteria, given);
      expect(result).toMatchObject({
        radar: radar(criteria, given),
        attained,
        shortfalls: shortfalls.map(({ code }) => code),
      });
    }
  });

  test('it is recorded, and told to whoever asked for it and answered', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2), 'Prêt.');
    const agent = await app().as(team.ines);
    const { headers } = await agent.post(`${team.place('urbanisation')}/validation`);
    expect(textOf((await agent.get(headers.location ?? '')).text)).toContain(
      'Questionnaire validé « Urbanisation », Careoptim – v0.1 : les résultats sont à jour.',
    );
    expect(await team.trail()).toEqual([
      {
        action: 'response.validated',
        actorName: 'Inès Robin',
        details: { demarche: SOCLES, questionnaire: 'urbanisation', number: 1 },
      },
    ]);
    expect(await team.newsOf(team.hugo)).toEqual([
      {
        title: 'Questionnaire validé\u00a0: «\u00a0Urbanisation\u00a0», Careoptim – v0.1',
        body: 'Inès Robin l’a validé. Ses résultats sont à jour.',
        href: `${team.place('urbanisation')}/resultats`,
      },
    ]);
    expect(await team.newsOf(team.ines)).toEqual([]);
  });

  test('editing again leaves it as it was until the draft is validated; each stays in the history', async () => {
    const team = await aTeamAtWork(app());
    const grades = team.every('urbanisation', 2);
    const [code = ''] = Object.keys(grades);
    await team.drafts('urbanisation', grades);
    const page = team.place('urbanisation');
    await validatedBy(team.ines, page);
    const [first] = await team.responses('urbanisation');
    const save = { critere: code, revision: '0', niveau: '3', commentaire: 'Depuis mars' };
    expect((await (await app().as(team.hugo)).post(`${page}/enregistrement`, save)).status).toBe(200);
    const [kept, draft] = await team.responses('urbanisation');
    expect(kept).toEqual(first);
    expect(draft).toMatchObject({ status: 'DRAFT', number: null });
    expect((await validatedBy(team.claire, page)).status).toBe(303);
    const [one, two] = await team.responses('urbanisation');
    expect(one).toEqual(first);
    expect([two?.number, two?.validatedBy, frozenIn(two?.frozen).answers?.[code]]).toEqual([2, 'Claire Roux', 3]);
    expect(frozenIn(two?.frozen).comments?.[code]).toBe('Depuis mars');
  });

  test('P5: the answer to a criterion that vanished is dropped by the validation, and the mark goes', async () => {
    const team = await aTeamAtWork(app());
    const hidden = hiddenIn(team, SOCLES, 'urbanisation');
    await team.drafts('urbanisation', { ...team.every('urbanisation', 2), [hidden]: 2 });
    await app().deps.prisma.rereading.create({
      data: {
        subjectId: team.product.id,
        questionnaire: 'urbanisation',
        since: app().now(),
        changedBy: 'Claire Roux',
        vanished: [hidden],
      },
    });
    expect((await validatedBy(team.ines, team.place('urbanisation'))).status).toBe(303);
    const [response] = await team.responses('urbanisation');
    const frozen = frozenIn(response?.frozen);
    expect(frozen.answers).toEqual(team.every('urbanisation', 2));
    expect(frozen.rows?.map(({ criterion }) => criterion)).not.toContain(hidden);
    expect(await app().deps.prisma.rereading.count({ where: { subjectId: team.product.id } })).toBe(0);
  });

  test('D5: the validation that ends a démarche leads to what comes next; the others, to its questionnaires', async () => {
    const team = await aTeamAtWork(app());
    for (const one of ['urbanisation', 'interoperabilite', 'securite'] as const) {
      await aResponse(team.product, one)
        .answering(team.every(one, 2, MES))
        .validatedBy(team.claire)
        .inside(app());
    }
    await team.drafts(ETHICS, team.every(ETHICS, 0, MES));
    const answer = await validatedBy(team.ines, team.place(ETHICS, MES));
    expect(answer.headers.location).toBe(`/parcours/mon-espace-sante/${MES}/${team.product.reference}#termine`);
  });
});

describe('Q4: several people at once', () => {
  test('of two who validate, one does and the other is told; the same when one comes just after', async () => {
    const team = await aTeamAtWork(app());
    await team.drafts('urbanisation', team.every('urbanisation', 2));
    const page = team.place('urbanisation');
    const both = await Promise.all([validatedBy(team.ines, page), validatedBy(team.claire, page)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = await validatedBy(team.claire, page);
    expect(late.status).toBe(409);
    expect(textOf(late.text)).toContain('Ce questionnaire est déjà validé, le 20 novembre 2026 à 11 h 00 par');
    expect((await team.responses('urbanisation')).map(({ number }) => number)).toEqual([1]);
    expect(await team.newsOf(team.hugo)).toHaveLength(1);
  });

  test('what is saved while somebody validates is validated, or in the next draft: nothing acknowledged is lost', async () => {
    const team = await aTeamAtWork(app());
    const before = team.every('securite', 1);
    await team.drafts('securite', before);
    const page = team.place('securite');
    const codes = Object.keys(before);
    const agents = await Promise.all(codes.map(() => app().as(team.hugo)));
    await Promise.all(agents.map((agent) => agent.get('/plan-du-site')));
    const [validation, ...saves] = await Promise.all([
      validatedBy(team.ines, page),
      ...agents.map((agent, index) =>
        agent.post(`${page}/enregistrement`, {
          critere: codes[index] ?? '',
          revision: '0',
          niveau: '3',
          commentaire: '',
        }),
      ),
    ]);
    expect(validation.status).toBe(303);
    const [validated, draft] = await team.responses('securite');
    const drafted = new Map(draft?.answers.map(({ criterion, level }) => [criterion, level]));
    const frozen = frozenIn(validated?.frozen).answers ?? {};
    expect(Object.keys(frozen).sort()).toEqual([...codes].sort());
    const lost = codes.filter(
      (code, index) => saves[index]?.status === 200 && frozen[code] !== 3 && drafted.get(code) !== 3,
    );
    expect({ lost, unknown: saves.filter(({ status }) => status !== 200 && status !== 409).length }).toEqual({
      lost: [],
      unknown: 0,
    });
    // What one validated says for certain: a row is what was acknowledged before, or what was there
    expect(Object.values(frozen).every((grade) => grade === 1 || grade === 3)).toBe(true);
  });
});

function applicableIn({ product }: Team, demarche: string, questionnaire: string) {
  const { referential } = app().deps;
  const scope = referential.scope(demarche, questionnaire);
  if (scope === null) throw new Error(`${demarche} does not ask ${questionnaire}`);
  return applicableCriteria(scope, profileOf(referential.questions, product.declared));
}

/** A criterion that the démarche asks, and that the profile of the product hides. */
function hiddenIn(team: Team, demarche: string, questionnaire: string): string {
  const shown = new Set(applicableIn(team, demarche, questionnaire).map(({ code }) => code));
  const asked = app().deps.referential.scope(demarche, questionnaire)?.criteria ?? [];
  const hidden = asked.find(({ criterion }) => !shown.has(criterion.code));
  if (hidden === undefined) throw new Error(`All of ${questionnaire} applies`);
  return hidden.criterion.code;
}

/** The requirements that may be answered « Non applicable ». */
function naOffered(team: Team): readonly string[] {
  return applicableIn(team, MES, ETHICS)
    .filter(({ criterion }) => criterion.kind === 'compliance' && criterion.naOffered)
    .map(({ code }) => code);
}
