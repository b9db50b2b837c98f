import { describe, expect, test } from 'vitest';
import { type Fate, fateOf } from '../../../src/domain/answers/imported.ts';

describe('Q9: what became of an answer that was filled in off line', () => {
  test.each<[string, string, string, string, Fate]>([
    ['left as it was exported', 'a', 'a', 'a', 'same'],
    ['left as it was exported, and said otherwise on the platform since, which stays', 'a', 'a', 'b', 'same'],
    ['said the same off line and on the platform', 'a', 'b', 'b', 'same'],
    ['changed off line alone', 'a', 'b', 'a', 'changed'],
    ['changed on both sides', 'a', 'b', 'c', 'conflict'],
  ])('%s', (_, exported, filled, now, fate) => {
    expect(fateOf({ exported, filled, now })).toBe(fate);
  });
});
