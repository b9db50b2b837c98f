import { describe, expect, test } from 'vitest';
import { type AnswerFilter, filtersMet, type Known } from '../../../src/domain/answers/filters.ts';
import { answerOf } from '../../../src/domain/referential/level.ts';

const unanswered: Known = { answer: null, missing: [{ kind: 'answer' }], changed: false, disputed: false };
const complete = (grade: 'na' | 0 | 1 | 2 | 3): Known => ({ ...unanswered, answer: answerOf(grade), missing: [] });
const maturity = { kind: 'maturity', nature: 'RECOMMENDED', recommended: 2 } as const;
const compliance = { kind: 'compliance', nature: 'RECOMMENDED', recommended: 3 } as const;

describe('Q3, S3: by what the criteria of a questionnaire are looked for', () => {
  test.each<[string, Known, readonly AnswerFilter[]]>([
    ['nothing said is left, and is not to be corrected', unanswered, ['left']],
    [
      'what is answered and lacks something is both',
      { ...complete(2), missing: [{ kind: 'option' }] },
      ['left', 'toCorrect'],
    ],
    ['a remark on a complete answer asks for a correction alone', { ...complete(2), disputed: true }, ['toCorrect']],
    ['below what is recommended', complete(1), ['below']],
    ['at what is recommended, nothing', complete(2), []],
    ['N/A is below nothing', complete('na'), []],
    ['said otherwise than what was validated', { ...complete(3), changed: true }, ['changed']],
  ])('%s', (_, known, met) => {
    expect(filtersMet(maturity, known)).toEqual(met);
  });

  test('a mandatory criterion is always among the mandatory ones', () => {
    expect(filtersMet({ ...maturity, nature: 'MANDATORY' }, complete(3))).toEqual(['mandatory']);
  });

  test('Q6: a compliance questionnaire asks for proofs and for what does not comply, never for levels nor natures', () => {
    const asked = { ...compliance, nature: 'MANDATORY' } as const;
    expect(filtersMet(asked, { ...complete(3), missing: [{ kind: 'proof' }] })).toEqual([
      'left',
      'toCorrect',
      'proofs',
    ]);
    expect(filtersMet(asked, complete(0))).toEqual(['nonCompliant']);
    expect(filtersMet(asked, complete('na'))).toEqual([]);
  });
});
