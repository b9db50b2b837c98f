import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formCompletion } from '../../src/domain/completion.ts';
import { holds } from '../../src/domain/condition/evaluate.ts';
import { profileOf } from '../../src/domain/profile/profile.ts';
import type { Criterion } from '../../src/domain/referential/questionnaire.ts';
import { placedCriteria } from '../../src/domain/referential/walk.ts';
import { checkIds, idsFile, recordIds } from '../../src/referential/ids.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { guideQualification } from '../builders/subjects.ts';

const referential = await loadReferential(referentialFolder);

describe('the referential of the platform', () => {
  const profile = profileOf(referential.questions, { qualification: guideQualification });

  test('P3: the qualification of a product is twenty questions', () => {
    const qualification = referential.forms.get('qualification');
    expect(qualification && formCompletion(qualification, profile)).toEqual({ done: 20, total: 20, missing: [] });
  });

  test.each([
    ['urbanisation', 6],
    ['interoperabilite', 7],
    ['securite', 36],
  ])('P3: the published example is asked, in %s, %i criteria', (id, count) => {
    const questionnaire = referential.questionnaires.get(id);
    const criteria = questionnaire?.kind === 'maturity' ? placedCriteria<Criterion>(questionnaire.sections) : [];
    expect(criteria.filter(({ when }) => holds(when, profile))).toHaveLength(count);
  });

  test('none of its ids has disappeared, nor comes back with another meaning', async () => {
    const record = await readFile(join(referentialFolder, idsFile), 'utf8');
    expect(checkIds(referential, record)).toEqual([]);
  });

  test('all its ids are recorded: npm run referential:check -- --record', async () => {
    const record = await readFile(join(referentialFolder, idsFile), 'utf8');
    expect(recordIds(referential, record)).toBe(record);
  });
});
