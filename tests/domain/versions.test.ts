import { describe, expect, test } from 'vitest';
import type { Demarche, Requirement } from '../../src/domain/referential/demarche.ts';
import type { MaturityCriterion } from '../../src/domain/referential/questionnaire.ts';
import { demarcheDifference, questionnaireDifference } from '../../src/domain/versions.ts';
import { form, maturity, questionnaire, section, text, yesNo } from './build.ts';

const of = (...criteria: readonly MaturityCriterion[]) => questionnaire([section('A', criteria)]);
const nothing = { added: [], removed: [], reworded: [], relevelled: [], reconditioned: [] };

describe('the difference between two versions', () => {
  test('names the criteria added and removed', () => {
    expect(questionnaireDifference(of(maturity('A'), maturity('B')), of(maturity('B'), maturity('C')))).toEqual({
      ...nothing,
      added: ['C'],
      removed: ['A'],
    });
  });

  test.each<[keyof typeof nothing, Partial<MaturityCriterion>]>([
    ['reworded', { title: 'Un autre titre' }],
    ['reworded', { na: 'Une autre raison.' }],
    ['relevelled', { recommended: 3 }],
    ['reconditioned', { when: { kind: 'answered', question: 'f.q' } }],
  ])('tells what is %s: %o', (list, change) => {
    expect(questionnaireDifference(of(maturity('A')), of(maturity('A', change)))).toEqual({
      ...nothing,
      [list]: ['A'],
    });
  });

  test('N/A no longer offered is another level to choose, and other words', () => {
    expect(questionnaireDifference(of(maturity('A')), of(maturity('A', { na: null })))).toEqual({
      ...nothing,
      relevelled: ['A'],
      reworded: ['A'],
    });
  });

  test('a condition set on the section counts for its criteria', () => {
    const after = questionnaire([section('A', [maturity('A.1')], { when: { kind: 'answered', question: 'f.q' } })]);
    expect(questionnaireDifference(questionnaire([section('A', [maturity('A.1')])]), after)).toEqual({
      ...nothing,
      reconditioned: ['A.1'],
    });
  });

  test('questions are compared the same way', () => {
    const before = form('f', 'du formulaire', [yesNo('a', 1), text('b', 2)]);
    const after = form('f', 'du formulaire', [
      yesNo('a', 1, { title: 'Autrement dit' }),
      text('b', 2, { required: false }),
      text('c', 3),
    ]);
    expect(questionnaireDifference(before, after)).toEqual({
      ...nothing,
      added: ['c'],
      reworded: ['a'],
      relevelled: ['b'],
    });
  });

  test('D2: a démarche changes by what it asks of each criterion', () => {
    const requirement = { nature: 'MANDATORY', accepted: [2, 3], when: 'own' } as const;
    const demarche = (requirements: Readonly<Record<string, Requirement>>): Demarche => ({
      id: 'd',
      parcours: 'p',
      title: 'Démarche',
      order: 1,
      summary: '',
      presentation: '',
      links: [],
      subjects: ['product'],
      stages: [],
      entries: [
        {
          questionnaire: 'q',
          title: null,
          subject: 'product',
          when: null,
          opensAfter: [],
          projection: false,
          requirements,
        },
      ],
      next: { title: '', text: '', links: [] },
      whiteLabel: false,
      dossier: null,
      closedSince: null,
    });
    const before = demarche({ A: requirement, B: requirement, C: requirement });
    const after = demarche({ B: { ...requirement, accepted: [3] }, C: { ...requirement, when: null }, D: requirement });
    expect(demarcheDifference(before, after)).toEqual({
      ...nothing,
      added: ['q/D'],
      removed: ['q/A'],
      relevelled: ['q/B'],
      reconditioned: ['q/C'],
    });
  });

  test('the same files make no difference', () => {
    expect(questionnaireDifference(of(maturity('A')), of(maturity('A')))).toEqual(nothing);
  });
});
