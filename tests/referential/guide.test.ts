import { describe, expect, test } from 'vitest';
import { assembleFiles, guideFiles } from './guide-files.ts';

describe('the guide to adding a questionnaire', () => {
  const { referential, mistakes } = assembleFiles(guideFiles);

  test('its examples load together, and hold', () => {
    expect(mistakes).toEqual([]);
  });

  test('shows an example of each kind', () => {
    const kinds = [...(referential?.questionnaires.values() ?? [])].map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['form', 'maturity', 'compliance', 'deposit']));
    expect(referential?.parcours).toHaveLength(1);
    expect(referential?.demarches).toHaveLength(1);
  });
});
