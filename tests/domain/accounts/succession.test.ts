import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seenAtTheTop, successionProblem, successors } from '../../../src/domain/accounts/succession.ts';
import { atTheTop, subtree, underOne } from '../../../src/domain/accounts/tree.ts';
import { holds } from '../properties.ts';
import { aPerson, tangles, trees } from './people.ts';

const claire = aPerson('Claire', { role: 'RESPONSIBLE' });
const hugo = aPerson('Hugo', { parentId: 'Claire' });
const lina = aPerson('Lina', { parentId: 'Hugo', role: 'RESPONSIBLE' });
const invited = aPerson('Paul', { parentId: 'Claire', hasPassword: false });
const people = [claire, hugo, lina, invited];

describe('A6 another person is put above everybody', () => {
  test('A6: whoever has joined may be, whatever their role', () => {
    expect(successors(people)).toEqual([hugo, lina]);
  });

  test('A6: neither the one who is there already, nor who has not joined, nor who has left', () => {
    expect(successionProblem(claire, people)).toContain('est déjà le Responsable');
    expect(successionProblem(invited, people)).toContain('n’a pas encore choisi son mot de passe');
    const gone = aPerson('Zoé', { deletedAt: new Date('2026-03-01') });
    expect(successionProblem(gone, people)).toContain('est supprimé');
  });

  test('A6: one of two at the top may be, and so may one who is alone there without the role', () => {
    const second = aPerson('Noé', { role: 'RESPONSIBLE' });
    expect(successionProblem(claire, [...people, second])).toBeNull();
    expect(successionProblem(aPerson('Awa'), [aPerson('Awa')])).toBeNull();
  });

  test('A6: what was seen at the top does not depend on the order of the list', () => {
    const second = aPerson('Noé');
    expect(seenAtTheTop([claire, second, hugo])).toBe(seenAtTheTop([hugo, second, claire]));
    expect(seenAtTheTop([claire, hugo])).not.toBe(seenAtTheTop([claire, second]));
    expect(seenAtTheTop([])).toBe('');
  });
});

describe('A6 the tree once somebody is above everybody', () => {
  test('A6: the former top is placed under them, and nobody else moves', () => {
    expect(underOne(people, 'Lina')).toEqual([
      { id: 'Claire', parentId: 'Lina' },
      { id: 'Lina', parentId: null },
    ]);
    expect(underOne(people, 'Claire')).toEqual([]);
  });

  test('A6: everybody is attached to them, even from tangled data, and nobody to themselves', () => {
    holds(
      fc.property(fc.oneof(trees, tangles), fc.nat(), (before, draw) => {
        const topId = `p${draw % before.length}`;
        const moved = new Map(underOne(before, topId).map((one) => [one.id, one]));
        const after = before.map((one) => moved.get(one.id) ?? one);
        expect(atTheTop(after).map(({ id }) => id)).toEqual([topId]);
        expect(subtree(after, topId)).toHaveLength(before.length - 1);
      }),
    );
  });

  test('A6: in a tree, whoever was not at the top and is not chosen keeps the people they managed, less the chosen one', () => {
    holds(
      fc.property(trees, fc.nat(), (before, draw) => {
        const topId = `p${draw % before.length}`;
        const moved = underOne(before, topId).map(({ id }) => id);
        const tops = atTheTop(before).map(({ id }) => id);
        expect(moved.every((id) => id === topId || tops.includes(id))).toBe(true);
      }),
    );
  });
});
