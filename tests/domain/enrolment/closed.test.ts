import { describe, expect, test } from 'vitest';
import { opensAfter } from '../../../src/domain/enrolment/closed.ts';
import { enrolmentItems } from '../../../src/domain/enrolment/items.ts';
import { joiningProblem, leavingProblem } from '../../../src/domain/enrolment/joining.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import { guideReferential } from '../../referential/guide-files.ts';

const referential = guideReferential();
const [demarche] = referential.demarches;
if (demarche === undefined) throw new Error('The guide has a démarche.');
const profile = profileOf(referential.questions, {});
const items = enrolmentItems(referential, { demarche, subject: 'product', profile, work: new Map() });
const waited = (questionnaire: string, act: 'EVALUATION' | 'PROJECTION', ...validated: string[]): readonly string[] =>
  opensAfter(demarche, { questionnaire, act }, items, new Set(validated));

describe('what opens after what', () => {
  test('D3: a projection opens after the evaluation of its theme', () => {
    expect(waited('exemple-maturite', 'PROJECTION')).toEqual(['exemple-maturite']);
    expect(waited('exemple-maturite', 'PROJECTION', 'exemple-maturite')).toEqual([]);
  });

  test('G4: a questionnaire opens after those that it names, if they are asked', () => {
    expect(waited('exemple-conformite', 'EVALUATION')).toEqual(['exemple-maturite']);
    expect(waited('exemple-conformite', 'EVALUATION', 'exemple-maturite')).toEqual([]);
    expect(waited('exemple-maturite', 'EVALUATION')).toEqual([]);
    const withoutIt = items.filter(({ questionnaire }) => questionnaire !== 'exemple-maturite');
    const alone = { questionnaire: 'exemple-conformite', act: 'EVALUATION' as const };
    expect(opensAfter(demarche, alone, withoutIt, new Set())).toEqual([]);
  });

  test('it says of each item what the domain closed it for', () => {
    for (const item of items) expect(waited(item.questionnaire, item.act)).toEqual(item.closed?.after ?? []);
  });
});

describe('joining and leaving', () => {
  const live = { kind: 'PRODUCT', archivedAt: null } as const;

  test('P4: an open démarche takes in what it is for', () => {
    expect(joiningProblem(demarche, live)).toBeNull();
    expect(joiningProblem(demarche, { ...live, kind: 'STRATEGY' })).toContain('stratégie globale');
    expect(joiningProblem({ ...demarche, closedSince: '2024-12-17' }, live)).toContain('close');
  });

  test('P4: a démarche that begins by what is not here yet says so, of one stage or of several', () => {
    const stage = (title: string) => ({ kind: 'agreement' as const, title });
    const why = (...titles: string[]) => joiningProblem({ ...demarche, stages: titles.map(stage) }, live);
    expect(why('Recevabilité')).toContain('«\u00a0Recevabilité\u00a0», qui ne se remplit pas encore');
    expect(why('Fiche', 'Convention')).toContain('«\u00a0Convention\u00a0», qui ne se remplissent pas encore');
  });

  test('P6: what is archived neither joins nor leaves', () => {
    const archivedAt = new Date('2026-11-20T10:00:00Z');
    expect(joiningProblem(demarche, { ...live, archivedAt })).toContain('archivé');
    expect(leavingProblem({ archivedAt })).toContain('archivé');
    expect(leavingProblem(live)).toBeNull();
  });
});
