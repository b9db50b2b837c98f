import { expect, test } from 'vitest';
import { madeApplicable } from '../../src/domain/applicability/of-form.ts';
import { emptyProfile, profileOf } from '../../src/domain/profile/profile.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { guideQualification } from '../builders/subjects.ts';

const referential = await loadReferential(referentialFolder);
const applicable = (form: string, qualification: typeof guideQualification) =>
  madeApplicable(referential, form, profileOf(referential.questions, { [form]: qualification })).map(
    ({ questionnaire, applicable, total }) => [questionnaire.id, applicable, total],
  );

test('P3: the qualification of the guide makes 6, 7 and 36 criteria applicable, in the order of the démarches', () => {
  expect(applicable('qualification', guideQualification)).toEqual([
    ['urbanisation', 6, 17],
    ['interoperabilite', 7, 60],
    ['securite', 36, 55],
  ]);
});

test('P3: of the strategy, as many as the démarche that asks them counts: the guide’s 4, or 3', () => {
  expect(applicable('strategy-qualification', { 'autres-services': 'oui' })).toEqual([['politique-globale', 4, 4]]);
  expect(applicable('strategy-qualification', { 'autres-services': 'non' })).toEqual([['politique-globale', 3, 4]]);
});

test('P3: without an answer, what is left is asked of everybody; no more than there is', () => {
  const none = madeApplicable(referential, 'qualification', emptyProfile);
  for (const one of none) expect(one.applicable).toBeLessThan(one.total);
  expect(none).toHaveLength(3);
});
