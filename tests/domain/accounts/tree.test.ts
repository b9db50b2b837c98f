import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAbove, subtree, type TreeNode } from '../../../src/domain/accounts/tree.ts';
import { holds } from '../properties.ts';
import { tangles, trees } from './people.ts';

const family: TreeNode[] = [
  { id: 'claire', parentId: null },
  { id: 'hugo', parentId: 'claire' },
  { id: 'lina', parentId: 'hugo' },
  { id: 'paul', parentId: 'claire' },
  { id: 'zoe', parentId: null },
];

describe('A6 the tree of users', () => {
  test('A6: one is above those attached directly or indirectly', () => {
    expect(isAbove(family, 'claire', 'hugo')).toBe(true);
    expect(isAbove(family, 'claire', 'lina')).toBe(true);
  });

  test('A6: one is above nobody else: neither oneself, nor one’s superior, nor a colleague, nor another tree', () => {
    expect(isAbove(family, 'hugo', 'hugo')).toBe(false);
    expect(isAbove(family, 'lina', 'claire')).toBe(false);
    expect(isAbove(family, 'hugo', 'paul')).toBe(false);
    expect(isAbove(family, 'zoe', 'hugo')).toBe(false);
    expect(isAbove(family, 'nobody', 'hugo')).toBe(false);
    expect(isAbove(family, 'claire', 'nobody')).toBe(false);
  });

  test('A6: the subtree lists them in the order of the list, without its root', () => {
    expect(subtree(family, 'claire').map((one) => one.id)).toEqual(['hugo', 'lina', 'paul']);
    expect(subtree(family, 'lina')).toEqual([]);
  });

  test('A6: the subtree holds exactly those whom one is above', () => {
    holds(
      fc.property(fc.oneof(trees, tangles), (people) => {
        for (const { id } of people) {
          const above = people.filter((one) => isAbove(people, id, one.id));
          expect(subtree(people, id)).toEqual(above);
        }
      }),
    );
  });

  test('A6: in a tree, two people are never above each other, and being above is transitive', () => {
    holds(
      fc.property(trees, fc.nat(), fc.nat(), fc.nat(), (people, i, j, k) => {
        const [a, b, c] = [i, j, k].map((draw) => people[draw % people.length]?.id ?? '') as [string, string, string];
        if (isAbove(people, a, b)) expect(isAbove(people, b, a)).toBe(false);
        if (isAbove(people, a, b) && isAbove(people, b, c)) expect(isAbove(people, a, c)).toBe(true);
      }),
    );
  });

  test('A6: a loop in the data is walked once', () => {
    const loop = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
      { id: 'c', parentId: 'c' },
    ];
    expect(subtree(loop, 'a')).toEqual([{ id: 'b', parentId: 'a' }]);
    expect(isAbove(loop, 'a', 'b')).toBe(true);
    expect(subtree(loop, 'c')).toEqual([]);
  });
});
