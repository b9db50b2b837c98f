import { describe, expect, test } from 'vitest';
import { type Lack, lackOf, type Saying } from '../../../src/domain/answers/lack.ts';
import { answerOf, type Grade } from '../../../src/domain/referential/level.ts';

function saying(kind: Saying['kind'], grade: Grade | null, more: Partial<Saying> = {}): Saying {
  const answer = grade === null ? null : answerOf(grade);
  return { kind, answer, comment: '', undecided: false, missingProofs: 0, ...more };
}

describe('Q3: what a criterion still lacks', () => {
  test.each<[string, Saying, Lack | null]>([
    ['an answer, whatever else is said', saying('maturity', null, { comment: 'À voir', undecided: true }), 'answer'],
    ['Q2: the option product that a level depends on', saying('maturity', 2, { undecided: true }), 'option'],
    ['a level needs nothing else', saying('maturity', 0, { missingProofs: 2 }), null],
    ['N/A for maturity needs no reason', saying('maturity', 'na'), null],
    ['Q5: N/A to a requirement needs its reason', saying('compliance', 'na', { missingProofs: 1 }), 'comment'],
    ['Q5: spaces are no reason', saying('compliance', 'na', { comment: ' \n' }), 'comment'],
    [
      'Q5: with its reason, N/A needs no proof',
      saying('compliance', 'na', { comment: 'Sans objet', missingProofs: 1 }),
      null,
    ],
    ['Q6: « Conforme » needs its proofs', saying('compliance', 3, { missingProofs: 1 }), 'proof'],
    ['Q6: and nothing once they are there', saying('compliance', 3), null],
    ['Q6: « Non conforme » needs none', saying('compliance', 0, { missingProofs: 3 }), null],
  ])('%s', (_, said, lack) => {
    expect(lackOf(said)).toBe(lack);
  });
});
