import { describe, expect, test } from 'vitest';
import { applicableCriteria } from '../../../src/domain/applicability/applicable.ts';
import { enrolmentItems, enrolmentProgress } from '../../../src/domain/enrolment/items.ts';
import { noAnswer, noWork, type QuestionnaireWork } from '../../../src/domain/enrolment/work.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { type Answers, answerOf, type Grade } from '../../../src/domain/referential/level.ts';
import { loadReferential } from '../../../src/referential/load.ts';
import { referentialFolder } from '../../../src/referential/read.ts';
import { guideQualification } from '../../builders/subjects.ts';

const referential = await loadReferential(referentialFolder);
const profile = profileOf(referential.questions, { qualification: guideQualification });
const socles = demarche('evaluation-et-projection-socles');

function demarche(id: string) {
  const found = referential.demarches.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

function codes(questionnaire: string, of = socles): readonly string[] {
  const scope = referential.scope(of.id, questionnaire);
  return scope ? applicableCriteria(scope, profile).map(({ code }) => code) : [];
}

function all(questionnaire: string, grade: Grade): Answers {
  return Object.fromEntries(codes(questionnaire).map((code) => [code, answerOf(grade)]));
}

function items(work: Record<string, QuestionnaireWork>, of = socles) {
  return enrolmentItems(referential, {
    demarche: of,
    subject: 'product',
    profile,
    work: new Map(Object.entries(work)),
  });
}

const validated = (answers: Answers): QuestionnaireWork => ({
  ...noWork,
  evaluation: { validated: { ...noAnswer, answers }, draft: null },
});

describe('D1, D3, D4: a product in a démarche', () => {
  test('D1: three evaluations in order, then their projections; the strategy’s are not asked of it', () => {
    expect(items({}).map(({ questionnaire, act }) => `${act} ${questionnaire}`)).toEqual([
      'EVALUATION urbanisation',
      'EVALUATION interoperabilite',
      'EVALUATION securite',
      'PROJECTION urbanisation',
      'PROJECTION interoperabilite',
      'PROJECTION securite',
    ]);
  });

  test('D3: a projection is closed until the evaluation of its theme is validated, and says which', () => {
    const [before] = items({}).filter(({ act }) => act === 'PROJECTION');
    expect(before?.closed).toEqual({ kind: 'projection', after: ['urbanisation'] });
    const after = items({ urbanisation: validated(all('urbanisation', 3)) }).filter(({ act }) => act === 'PROJECTION');
    expect(after.map(({ closed }) => closed === null)).toEqual([true, false, false]);
  });

  test('S4: what is unanswered is counted as left, and nothing is attained before a validation', () => {
    for (const item of items({})) expect([item.state, item.done, item.attained]).toEqual(['TO_COMPLETE', 0, null]);
    expect(enrolmentProgress(items({}))).toBe('TO_COMPLETE');
  });

  test('Q4: a draft is counted, the result stays the validated one', () => {
    const { evaluation } = validated(all('urbanisation', 3));
    const [first = ''] = codes('urbanisation');
    const draft = { ...noAnswer, answers: { [first]: answerOf(0) } };
    const [item] = items({ urbanisation: { ...noWork, evaluation: { ...evaluation, draft } } });
    expect(item).toMatchObject({ state: 'IN_PROGRESS', done: 1, total: codes('urbanisation').length, attained: true });
  });

  test('D2, S2: one set of answers attains one démarche and not another', () => {
    const work = { securite: validated(all('securite', 2)) };
    const results = ['evaluation-et-projection-socles', 'referencement-sans-echange'].map(
      (id) => items(work, demarche(id)).find(({ questionnaire }) => questionnaire === 'securite')?.shortfalls,
    );
    expect(new Set(results).size).toBe(2);
  });

  test('J4: a projection counts the criteria below what is recommended, and is done once each is planned', () => {
    const low = validated(all('urbanisation', 0));
    const waiting = items({ urbanisation: low }).find(({ act }) => act === 'PROJECTION');
    expect(waiting).toMatchObject({ state: 'TO_COMPLETE', done: 0 });
    expect(waiting?.total).toBeGreaterThan(0);
    const plan = Object.fromEntries(
      codes('urbanisation').map((code) => [
        code,
        { months: { 3: '2027-01' } as const, notApplicable: false, comment: '' },
      ]),
    );
    const planned = { ...low, projection: { validated: { plan }, draft: null } };
    const done = items({ urbanisation: planned }).find(({ act }) => act === 'PROJECTION');
    expect(done).toMatchObject({ state: 'DONE', attained: true, shortfalls: 0 });
    expect(done?.done).toBe(done?.total);
  });
});
