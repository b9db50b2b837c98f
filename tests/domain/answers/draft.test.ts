import { expect, test } from 'vitest';
import { carriedOver } from '../../../src/domain/answers/carried.ts';
import { answeredCompletion } from '../../../src/domain/answers/completion.ts';
import { type DraftAnswer, draftAnswered, nothingSaid, saysTheSame } from '../../../src/domain/answers/draft.ts';
import { freeze } from '../../../src/domain/enrolment/frozen.ts';
import { noAnswer } from '../../../src/domain/enrolment/work.ts';
import { emptyProfile } from '../../../src/domain/profile/profile.ts';
import type { ComplianceCriterion } from '../../../src/domain/referential/questionnaire.ts';
import { answers, applicable, compliance, section } from '../build.ts';

const at = new Date('2026-11-20T10:00:00Z');

function said(criterion: string, over: Partial<DraftAnswer> = {}): DraftAnswer {
  const who = { answeredAt: at, answeredBy: 'Claire Roux', answeredById: null };
  return { ...nothingSaid, criterion, revision: 1, ...who, answer: { kind: 'level', level: 2 }, ...over };
}

test('S4: a comment without an answer answers nothing', () => {
  const { answers, evidence } = draftAnswered(
    { answers: [said('A'), said('B', { answer: null, comment: 'À voir' })], switches: [] },
    {},
  );
  expect(answers).toEqual({ A: { kind: 'level', level: 2 } });
  expect(evidence.comments).toEqual({ A: '', B: 'À voir' });
});

test('Q2: a level that depends on an option product is not complete until it is said which', () => {
  const criteria = [applicable('A')];
  const count = (optionId: string | null) =>
    answeredCompletion(
      criteria,
      draftAnswered({ answers: [said('A', { dependsOnOption: true, optionId })], switches: [] }, {}),
      emptyProfile,
    );
  expect(count(null).missing).toEqual([{ kind: 'option', code: 'A' }]);
  expect(count('x')).toMatchObject({ done: 1, missing: [] });
});

test('Q5: a section switched to N/A answers for its criteria, and asks for its reason', () => {
  const contents = section<ComplianceCriterion>('CON', [], { mayBeNotApplicable: true });
  const criteria = [
    applicable('A', { sections: [contents], criterion: compliance('A') }),
    applicable('B', { criterion: compliance('B') }),
  ];
  const missing = (reason: string) =>
    answeredCompletion(criteria, { ...noAnswer, switched: { CON: reason } }, emptyProfile).missing;
  expect(missing('Aucun contenu éditorial.')).toEqual([{ kind: 'answer', code: 'B' }]);
  expect(missing('')).toEqual([
    { kind: 'comment', code: 'A' },
    { kind: 'answer', code: 'B' },
  ]);
});

test('Q2: two answers that say the same are in no conflict, whoever gave them', () => {
  expect(saysTheSame(said('A'), said('A', { answeredBy: 'Yves Durand', revision: 4 }))).toBe(true);
  expect(saysTheSame(said('A'), said('A', { comment: 'Oui' }))).toBe(false);
  expect(saysTheSame(said('A'), said('A', { answer: null }))).toBe(false);
  expect(saysTheSame(said('A'), said('A', { answer: { kind: 'na' } }))).toBe(false);
  expect(saysTheSame(said('A', { optionId: 'x' }), said('A'))).toBe(false);
});

test('Q4: the next draft starts from what was validated, at revision 0, under its author’s name', () => {
  const validated = { validatedAt: at, validatedBy: 'Claire Roux' };
  const kept = { ...freeze({ ...noAnswer, answers: answers({ A: 1 }) }), rows: [frozenRow] };
  expect(carriedOver({ ...validated, frozen: kept }).answers).toEqual([
    said('A', { revision: 0, answer: { kind: 'level', level: 1 }, answeredBy: 'Yves Durand', answeredById: 'y' }),
  ]);
});

const frozenRow = {
  criterion: 'A',
  grade: 1,
  comment: '',
  dependsOnOption: false,
  optionId: null,
  answeredAt: at.toISOString(),
  answeredBy: 'Yves Durand',
  answeredById: 'y',
} as const;

test('Q4: what was validated before its rows were kept carries its answers all the same, comments without an answer included', () => {
  const frozen = { answers: { A: 'na' as const }, comments: { A: 'Aucun', B: 'Plus tard' } };
  const { answers } = carriedOver({
    validatedAt: at,
    validatedBy: 'Claire Roux',
    frozen,
  });
  expect(answers).toEqual([
    said('A', { revision: 0, answer: { kind: 'na' }, comment: 'Aucun' }),
    said('B', { revision: 0, answer: null, comment: 'Plus tard' }),
  ]);
});
