import { describe, expect, test } from 'vitest';
import { enrolmentMeans } from '../../../src/domain/enrolment/means.ts';
import { noAnswer, noWork, type QuestionnaireWork } from '../../../src/domain/enrolment/work.ts';
import { profileOf } from '../../../src/domain/profile/profile.ts';
import type { Answers } from '../../../src/domain/referential/level.ts';
import { loadReferential } from '../../../src/referential/load.ts';
import { referentialFolder } from '../../../src/referential/read.ts';
import { guideQualification } from '../../builders/subjects.ts';
import { answers } from '../build.ts';

const referential = await loadReferential(referentialFolder);
const profile = profileOf(referential.questions, { qualification: guideQualification });
const demarche = referential.demarches.find(({ id }) => id === 'evaluation-et-projection-socles');

function means(work: Readonly<Record<string, QuestionnaireWork>>) {
  if (demarche === undefined) throw new Error('The démarche is missing');
  const asking = { demarche, subject: 'product', profile, work: new Map(Object.entries(work)) } as const;
  return enrolmentMeans(referential, asking);
}

const answered = (said: Answers) => ({ ...noAnswer, answers: said });
const evaluated = (said: Answers): QuestionnaireWork => ({
  ...noWork,
  evaluation: { validated: answered(said), draft: null },
});

describe('S1: the means that a démarche counts of a subject', () => {
  test('there are none before something is validated: a draft counts for nothing (Q4)', () => {
    expect(means({})).toEqual([]);
    const draft = answered(answers({ 'A03.1': 3 }));
    expect(means({ urbanisation: { ...noWork, evaluation: { validated: null, draft } } })).toEqual([]);
  });

  test('a sum and a count by axis, each with its questionnaire, of the criteria that apply', () => {
    const all = means({ urbanisation: evaluated(answers(Object.fromEntries(everyCode().map((code) => [code, 2])))) });
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all.map(({ questionnaire }) => questionnaire))).toEqual(new Set(['urbanisation']));
    expect(all.every(({ sum, count }) => count > 0 && sum === 2 * count)).toBe(true);
  });

  test('what does not apply, and what the démarche does not ask, is not averaged', () => {
    expect(means({ urbanisation: evaluated(answers({ Z: 3 })), ailleurs: evaluated(answers({ Z: 3 })) })).toEqual([]);
  });
});

function everyCode(): readonly string[] {
  return demarche === undefined
    ? []
    : (referential.scope(demarche.id, 'urbanisation')?.criteria ?? []).map(({ criterion }) => criterion.code);
}
