import { expect, test } from 'vitest';
import { madeApplicable } from '../../src/domain/applicability/of-form.ts';
import { emptyProfile, profileOf } from '../../src/domain/profile/profile.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { guideQualification } from '../builders/subjects.ts';

const referential = await loadReferential(referentialFolder);
const applicable = (form: string, qualification: typeof guideQualification) =>
  madeApplicable(
    referential.questionnaires.values(),
    form,
    profileOf(referential.questions, { [form]: qualification }),
  ).map(({ questionnaire, applicable, total }) => [questionnaire.id, applicable, total]);

test('P3: the qualification of the guide makes 6, 7 and 36 criteria applicable', () => {
  expect(applicable('qualification', guideQualification)).toEqual(
    expect.arrayContaining([
      ['urbanisation', 6, expect.any(Number)],
      ['interoperabilite', 7, expect.any(Number)],
      ['securite', 36, expect.any(Number)],
    ]),
  );
  expect(applicable('qualification', guideQualification)).toHaveLength(3);
});

test('P3: without an answer, what is left is asked of everybody; no more than there is', () => {
  const none = madeApplicable(referential.questionnaires.values(), 'qualification', emptyProfile);
  for (const one of none) expect(one.applicable).toBeLessThan(one.total);
  expect(none).toHaveLength(3);
});
