import { describe, expect, test } from 'vitest';
import type { ScopedDocument } from '../../src/domain/applicability/scope.ts';
import {
  criteriaCompletion,
  depositCompletion,
  formCompletion,
  noEvidence,
  percent,
} from '../../src/domain/completion.ts';
import type { Condition } from '../../src/domain/condition/condition.ts';
import { noAnswer } from '../../src/domain/enrolment/work.ts';
import { emptyProfile, profileOf } from '../../src/domain/profile/profile.ts';
import { indexQuestions } from '../../src/domain/profile/questions.ts';
import { overallProgress, questionnaireProgress } from '../../src/domain/progress.ts';
import type { ProofType } from '../../src/domain/referential/questionnaire.ts';
import { sectionCounters, withSwitchedSections } from '../../src/domain/sections.ts';
import { answers, applicable, compliance, form, section, text, yesNo } from './build.ts';

const none = noEvidence;
const dispositif: Condition = { kind: 'in', question: 'f.dispositif', options: ['oui'] };
const asked = form('f', 'du formulaire', [
  yesNo('dispositif', 1),
  text('classe', 2, { when: dispositif }),
  text('note', 3, { required: false }),
]);
const profileWith = (values: Record<string, string>) => profileOf(indexQuestions([asked]), { f: values });

function proof(id: string, when: Condition | null = null): ProofType {
  return { id, title: id, description: null, once: false, when };
}

describe('Q3: completion of a maturity questionnaire', () => {
  test('counts the criteria that are answered, N/A included, and lists the others in order', () => {
    const completion = criteriaCompletion(
      [applicable('A'), applicable('B'), applicable('C')],
      answers({ B: 'na' }),
      none,
      emptyProfile,
    );
    expect(completion).toEqual({
      done: 1,
      total: 3,
      missing: [
        { kind: 'answer', code: 'A' },
        { kind: 'answer', code: 'C' },
      ],
    });
    expect(percent(completion)).toBe(33);
  });

  test('S1: 24 of 36 is 66 %, and nothing to answer is complete', () => {
    expect(percent({ done: 24, total: 36, missing: [] })).toBe(66);
    expect(percent(criteriaCompletion([], {}, none, emptyProfile))).toBe(100);
  });
});

describe('Q5, Q6: completion of a compliance questionnaire', () => {
  const scenarios = [{ id: 'SC.001', title: null, steps: [], proofs: [proof('LISTE'), proof('CE', dispositif)] }];
  const criteria = [applicable('A', { criterion: compliance('A', { scenarios }) })];
  const missing = (grade: 0 | 3 | 'na', evidence: Parameters<typeof criteriaCompletion>[2], values = {}) =>
    criteriaCompletion(criteria, answers({ A: grade }), evidence, profileWith(values)).missing;

  test('"Conforme" needs a live proof of each type that the profile is asked for', () => {
    expect(missing(3, none)).toEqual([{ kind: 'proof', code: 'A', proof: proof('LISTE') }]);
    expect(missing(3, none, { dispositif: 'oui' })).toHaveLength(2);
    expect(missing(3, { ...none, proofs: { A: ['LISTE'] } })).toEqual([]);
  });

  test('"Non conforme" needs nothing more', () => {
    expect(missing(0, none)).toEqual([]);
  });

  test('"Non applicable" needs a reason', () => {
    expect(missing('na', { ...none, comments: { A: '  ' } })).toEqual([{ kind: 'comment', code: 'A' }]);
    expect(missing('na', { ...none, comments: { A: 'Aucun contenu éditorial.' } })).toEqual([]);
  });
});

describe('Q5: sections', () => {
  const inner = section('QUA', [], { id: 'CON/QUA', mayBeNotApplicable: false });
  const outer = section('CON', [], { id: 'CON', mayBeNotApplicable: true });
  const other = section('ACC', [], { id: 'ACC' });
  const criteria = [
    applicable('A', { sections: [outer, inner] }),
    applicable('B', { sections: [outer] }),
    applicable('C', { sections: [other] }),
  ];

  test('each has its counter, with those inside it', () => {
    const completion = criteriaCompletion(criteria, answers({ A: 3, C: 0 }), none, emptyProfile);
    expect([...sectionCounters(criteria, completion)]).toEqual([
      ['CON', { done: 1, total: 2 }],
      ['CON/QUA', { done: 1, total: 1 }],
      ['ACC', { done: 1, total: 1 }],
    ]);
  });

  test('a section that may be switched to N/A answers for all that it holds, and restores it when switched back', () => {
    const given = { ...noAnswer, answers: answers({ A: 3, C: 2 }) };
    const switched = withSwitchedSections(criteria, { ...given, switched: { CON: 'Aucun contenu' } });
    expect(switched.answers).toEqual(answers({ A: 'na', B: 'na', C: 2 }));
    expect(switched.evidence.comments).toEqual({ A: 'Aucun contenu', B: 'Aucun contenu' });
    expect(withSwitchedSections(criteria, given)).toEqual(given);
  });

  test('a section that may not be switched stays as it was answered', () => {
    const given = { ...noAnswer, answers: answers({ C: 2 }), switched: { ACC: 'Rien' } };
    expect(withSwitchedSections(criteria, given).answers).toEqual(given.answers);
  });
});

describe('G5: completion of deposits', () => {
  const document = (code: string, nature: 'MANDATORY' | 'OPTIONAL', when: Condition | null): ScopedDocument => ({
    document: {
      code,
      title: code,
      instructions: [],
      links: [],
      template: null,
      deposit: 'several',
      container: false,
      when,
    },
    nature,
    when,
  });
  const documents = [
    document('RGPD', 'MANDATORY', null),
    document('AIPD', 'MANDATORY', dispositif),
    document('AUTRE', 'OPTIONAL', null),
  ];

  test('counts the types of document that are asked and deposited', () => {
    expect(depositCompletion(documents, ['RGPD', 'AUTRE'], profileWith({ dispositif: 'oui' }))).toEqual({
      done: 1,
      total: 2,
      missing: [{ kind: 'document', code: 'AIPD' }],
    });
    expect(depositCompletion(documents, ['RGPD'], emptyProfile)).toEqual({ done: 1, total: 1, missing: [] });
  });
});

describe('G2, G4: completion of a form', () => {
  test('counts the required questions that are shown', () => {
    expect(formCompletion(asked, profileWith({ dispositif: 'oui' }))).toEqual({
      done: 1,
      total: 2,
      missing: [{ kind: 'question', id: 'classe', number: 2 }],
    });
    expect(formCompletion(asked, profileWith({ dispositif: 'non' }))).toEqual({ done: 1, total: 1, missing: [] });
  });
});

describe('D4: progress', () => {
  const complete = { done: 2, total: 2, missing: [] };
  const incomplete = { done: 1, total: 2, missing: [{ kind: 'answer' as const, code: 'A' }] };

  test.each([
    ['nothing yet', null, null, 'TO_COMPLETE'],
    ['a draft', null, incomplete, 'IN_PROGRESS'],
    ['validated', complete, null, 'DONE'],
    ['Q4: validated, then edited again', complete, complete, 'IN_PROGRESS'],
    ['D2: validated for a démarche that asks less', incomplete, null, 'IN_PROGRESS'],
  ] as const)('%s', (_, validated, draft, expected) => {
    expect(questionnaireProgress(validated, draft)).toBe(expected);
  });

  test('a démarche is done when all its questionnaires are', () => {
    expect(overallProgress(['DONE', 'DONE'])).toBe('DONE');
    expect(overallProgress(['DONE', 'TO_COMPLETE'])).toBe('IN_PROGRESS');
    expect(overallProgress(['TO_COMPLETE', 'TO_COMPLETE'])).toBe('TO_COMPLETE');
  });
});
