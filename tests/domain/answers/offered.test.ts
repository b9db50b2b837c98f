import { describe, expect, test } from 'vitest';
import { nothingSaid, type Said } from '../../../src/domain/answers/draft.ts';
import { offeredProblem } from '../../../src/domain/answers/offered.ts';
import { answerOf } from '../../../src/domain/referential/level.ts';
import { compliance, maturity } from '../build.ts';

const saying = (said: Partial<Said>): Said => ({ ...nothingSaid, ...said });

describe('Q2: what a criterion offers', () => {
  test('a level, N/A where it is offered, and nothing at all', () => {
    expect(offeredProblem(maturity('A'), saying({ answer: answerOf(1) }))).toBeNull();
    expect(offeredProblem(maturity('A'), nothingSaid)).toBeNull();
    expect(offeredProblem(maturity('A', { na: null }), saying({ answer: answerOf('na') }))).toContain('n’offre pas');
    expect(offeredProblem(compliance('A'), saying({ answer: answerOf(1) }))).toContain('n’offre pas');
  });

  test('an option product, only where the level may depend on one', () => {
    const depending = [saying({ dependsOnOption: true }), saying({ optionId: 'p' })];
    for (const said of depending) {
      expect(offeredProblem(maturity('A', { mayDependOnOption: true }), said)).toBeNull();
      expect(offeredProblem(maturity('A', { mayDependOnOption: false }), said)).toContain('ne peut pas dépendre');
    }
  });
});
