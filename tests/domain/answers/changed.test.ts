import { describe, expect, test } from 'vitest';
import { changedCriteria, type SaidWithProofs } from '../../../src/domain/answers/changed.ts';
import { type DraftAnswer, nothingSaid } from '../../../src/domain/answers/draft.ts';
import { answerOf, type Grade } from '../../../src/domain/referential/level.ts';
import { applicable, section } from '../build.ts';

const at = new Date('2026-11-20T10:00:00Z');
const switchable = section('S', [], { mayBeNotApplicable: true });
const criteria = [applicable('A'), applicable('B', { sections: [switchable] })];

function said(
  grades: Readonly<Record<string, Grade>>,
  more: { over?: Partial<DraftAnswer>; reason?: string; proofs?: readonly string[] } = {},
): SaidWithProofs {
  const who = { revision: 1, answeredAt: at, answeredBy: 'Hugo', answeredById: null };
  const { over, reason, proofs = [] } = more;
  return {
    answers: Object.entries(grades).map(([criterion, grade]) => ({
      ...nothingSaid,
      criterion,
      answer: answerOf(grade),
      ...who,
      ...over,
    })),
    switches: reason === undefined ? [] : [{ section: 'S', reason, switchedAt: at, switchedBy: 'Hugo' }],
    proofs: proofs.map((id) => ({ id, criterion: 'B' })),
  };
}

const before = said({ A: 1, B: 2 });

describe('Q3: what changed since the last validation', () => {
  test.each([
    [
      'nothing, even if somebody else said it later',
      said({ A: 1, B: 2 }, { over: { answeredBy: 'Inès', revision: 7 } }),
      [],
    ],
    ['another level', said({ A: 2, B: 2 }), ['A']],
    ['an answer taken back', said({ B: 2 }), ['A']],
    ['a comment', said({ A: 1, B: 2 }, { over: { comment: 'Depuis mars' } }), ['A', 'B']],
    ['an option product', said({ A: 1, B: 2 }, { over: { dependsOnOption: true } }), ['A', 'B']],
    ['a proof', said({ A: 1, B: 2 }, { proofs: ['p'] }), ['B']],
    ['a section switched to N/A', said({ A: 1, B: 2 }, { reason: 'Sans objet' }), ['B']],
    ['what is not asked any more, which is nothing', said({ A: 1, B: 2, Z: 3 }), []],
  ])('%s', (_, after, codes) => {
    expect(changedCriteria(criteria, before, after)).toEqual(codes);
  });

  test('Q5: the reason of a section switched to N/A', () => {
    const [one, other] = ['Sans objet', 'Pas encore'].map((reason) => said({ A: 1 }, { reason }));
    expect(one && other && changedCriteria(criteria, one, other)).toEqual(['B']);
  });

  test('before the first validation, all that is said', () => {
    const nothing = { answers: [], switches: [], proofs: [] };
    expect(changedCriteria(criteria, nothing, said({ A: 1 }))).toEqual(['A']);
  });
});
