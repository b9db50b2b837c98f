import { describe, expect, test } from 'vitest';
import { inGeneral } from '../../src/domain/condition/words.ts';
import { demarchesAsking, publicRequirements } from '../../src/domain/library.ts';
import { assembleFiles, guideFiles } from './guide-files.ts';

const { referential } = assembleFiles(guideFiles);
if (referential === null) throw new Error('The files of the guide are right.');

describe('Q10: the public library', () => {
  test('tells which démarches ask a questionnaire', () => {
    expect(
      demarchesAsking(referential, 'exemple-conformite').map(({ demarche, entry }) => [demarche.id, entry.title]),
    ).toEqual([['exemple-demarche', 'Conformité']]);
    expect(demarchesAsking(referential, 'exemple-formulaire')).toEqual([]);
  });

  test('ticks the levels that each accepts, and tells when it asks the criterion', () => {
    const [maturity] = publicRequirements(referential, 'exemple-maturite').get('A04.1') ?? [];
    expect(maturity).toMatchObject({ nature: 'MANDATORY', accepted: ['na', 2, 3] });

    const [compliance] = publicRequirements(referential, 'exemple-conformite').get('QUA.1.1') ?? [];
    expect(compliance?.accepted).toEqual(['na', 3]);
    const when = compliance?.when;
    expect(when && inGeneral(when, { questions: referential.questions, within: null })).toBe(
      'si vous répondez «\u00a0Oui\u00a0» à la question\u00a01 de l’exemple',
    );
  });

  test('a deposit has no levels', () => {
    expect(publicRequirements(referential, 'exemple-depot').size).toBe(0);
    expect(referential.documents('exemple-demarche', 'exemple-depot')?.map(({ document }) => document.code)).toEqual([
      'QUESTIONNAIRE',
      'AIPD',
    ]);
  });
});
