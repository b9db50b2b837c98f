import { describe, expect, test } from 'vitest';
import { keptProblem, MOST_KEPT, MOST_STORED, storageProblem } from '../../../src/domain/proofs/storage.ts';

describe('Q7: proofs are never deleted, and what is kept is bounded', () => {
  test('a company keeps so many octets, and is told what to do beyond', () => {
    expect(storageProblem(MOST_STORED)).toBeNull();
    expect(storageProblem(MOST_STORED + 1)).toContain('dépassent 10\u00a0Go, archives comprises');
  });

  test('a criterion keeps so many proofs; those of the others do not count', () => {
    const kept = (many: number, criterion = 'A') => Array.from({ length: many }, () => ({ criterion }));
    expect(keptProblem([...kept(MOST_KEPT - 2), ...kept(50, 'B')], 'A', 2)).toBeNull();
    expect(keptProblem(kept(MOST_KEPT - 2), 'A', 3)).toContain(`déjà ${MOST_KEPT} preuves, archives comprises`);
  });
});
