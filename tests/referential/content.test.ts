import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../src/domain/referential/questionnaire.ts';
import { allSections, placedCriteria } from '../../src/domain/referential/walk.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { root } from '../../src/root.ts';

const referential = await loadReferential(referentialFolder);
const questionnaires = [...referential.questionnaires.values()];

const criteria = questionnaires.flatMap((questionnaire) =>
  questionnaire.kind === 'maturity' || questionnaire.kind === 'compliance'
    ? placedCriteria<Criterion>(questionnaire.sections).map(({ criterion }) => ({ id: questionnaire.id, criterion }))
    : [],
);

describe('The content is whole', () => {
  test.each([
    ['urbanisation', 17],
    ['interoperabilite', 60],
    ['securite', 55],
    ['politique-globale', 6],
    ['ethique-mes', 36],
    ['teleconsultation', 51],
    ['teleexpertise', 40],
    ['telesoin', 43],
    ['si-teleconsultation', 26],
    ['dmn-exigences', 84],
  ])('%s has %i criteria', (id, count) => {
    expect(criteria.filter((one) => one.id === id)).toHaveLength(count);
  });

  test.each([
    ['qualification', 20],
    ['strategy-qualification', 1],
    ['orientation', 40],
  ])('%s has %i questions', (id, count) => {
    const form = referential.forms.get(id);
    expect(form?.sections.flatMap(({ questions }) => questions)).toHaveLength(count);
  });

  test('D1: five parcours, and every démarche of each', () => {
    const counts = referential.parcours.map(({ id }) => [
      id,
      referential.demarches.filter((demarche) => demarche.parcours === id).length,
    ]);
    expect(counts).toEqual([
      ['doctrine', 4],
      ['mon-espace-sante', 3],
      ['dmn', 2],
      ['segur', 1],
      ['si-teleconsultation', 1],
    ]);
  });

  test.each(['referencement-sans-echange', 'referencement-avec-echange'])(
    'Mon espace santé, %s: 14 mandatory of 17, 4 of 60, 43 of 55',
    (demarche) => {
      const mandatory = ['urbanisation', 'interoperabilite', 'securite'].map(
        (id) => referential.scope(demarche, id)?.criteria.filter(({ nature }) => nature === 'MANDATORY').length,
      );
      expect(mandatory).toEqual([14, 4, 43]);
    },
  );

  test('every file to download or picture is there', () => {
    const templates = questionnaires.flatMap((one) =>
      one.kind === 'deposit' ? one.documents.flatMap(({ template }) => template?.file ?? []) : [],
    );
    const pictures = questionnaires.flatMap((one) =>
      one.kind === 'maturity' || one.kind === 'compliance'
        ? allSections<Criterion>(one.sections).flatMap(({ picture }) => picture?.file ?? [])
        : [],
    );
    expect(templates.length).toBeGreaterThan(0);
    expect(templates.filter((file) => !existsSync(join(root, 'public/documents', file)))).toEqual([]);
    expect(pictures.filter((file) => !existsSync(join(root, 'public/images', file)))).toEqual([]);
  });
});

describe('Each criterion is written out', () => {
  test('each maturity criterion says four different things, and what to do to go from one to the next', () => {
    for (const { id, criterion } of criteria) {
      if (criterion.kind !== 'maturity') continue;
      expect([id, criterion.code, new Set(Object.values(criterion.levels)).size]).toEqual([id, criterion.code, 4]);
    }
  });

  test('each requirement says whether it obliges, and how it is checked', () => {
    const unclear = criteria.filter(
      ({ criterion }) =>
        criterion.kind === 'compliance' &&
        (!/\b(DOIT|DOIVENT|DEVRAIT|DEVRAIENT|PEUT|PEUVENT)\b/.test(criterion.requirement) ||
          criterion.scenarios.length === 0),
    );
    expect(unclear.map(({ id, criterion }) => `${id} ${criterion.code}`)).toEqual([]);
  });
});
