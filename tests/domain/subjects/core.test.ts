import { describe, expect, test } from 'vitest';
import { coreProblem, missingCoreProblem } from '../../../src/domain/subjects/core.ts';

describe('P1: the core product that an option names', () => {
  test.each(['CORE', 'OPTION'] as const)('P1: %s: none needs to be named', (type) => {
    expect(coreProblem(type, '', ['12'])).toBeNull();
  });

  test('P1: an option names one of those seen, and no other', () => {
    expect(coreProblem('OPTION', '12', ['12', '13'])).toBeNull();
    expect(coreProblem('OPTION', '14', ['12', '13'])).toContain('dans la liste');
  });

  test('P1: a core product is nobody’s option', () => {
    expect(coreProblem('CORE', '12', ['12'])).toContain('«\u00a0Option\u00a0»');
  });
});

test.each(['', '14'])('P7: what becomes an option names a core product among those seen: “%s” is none', (core) => {
  expect(missingCoreProblem(core, ['12', '13'])).toContain('dans la liste');
  expect(missingCoreProblem('13', ['12', '13'])).toBeNull();
});
