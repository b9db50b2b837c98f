import { describe, expect, test } from 'vitest';
import { allRights, noRights } from '../../../src/domain/accounts/person.ts';
import { answeringProblem, mayValidate, mustValidate } from '../../../src/domain/answers/rights.ts';
import { Forbidden } from '../../../src/domain/errors.ts';

const closed = 'S’ouvre quand Urbanisation est validé.';

describe('what may be answered', () => {
  test('what is open, of what is not archived', () => {
    expect(answeringProblem({ archivedAt: null }, null)).toBeNull();
  });

  test('P6: not what is archived, and that is said first', () => {
    expect(answeringProblem({ archivedAt: new Date(0) }, closed)?.rule).toBe('P6');
  });

  test('D3, G4: not what opens later, and it is said when', () => {
    const problem = answeringProblem({ archivedAt: null }, closed);
    expect(problem?.rule).toBe('D3');
    expect(problem?.message).toContain(closed);
  });
});

describe('A5: who validates', () => {
  test('whoever was given that right, and it alone', () => {
    expect(mayValidate({ rights: { ...noRights, validates: true } })).toBe(true);
    expect(mayValidate({ rights: { ...allRights, validates: false } })).toBe(false);
  });

  test('others are told whom to ask', () => {
    expect(() => mustValidate({ rights: allRights })).not.toThrow();
    expect(() => mustValidate({ rights: noRights })).toThrow(Forbidden);
  });
});
