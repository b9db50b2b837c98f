import { describe, expect, test } from 'vitest';
import { noRights, type Person } from '../../../src/domain/accounts/person.ts';
import { responsibleCandidates } from '../../../src/domain/subjects/responsible.ts';
import type { SubjectKind } from '../../../src/domain/subjects/subject.ts';
import { aPerson } from '../accounts/people.ts';

const claire = aPerson('Claire', { role: 'RESPONSIBLE' });
const hugo = aPerson('Hugo', { parentId: 'Claire' });
const lina = aPerson('Lina', { parentId: 'Hugo', rights: { ...noRights, accessesStrategy: true } });
const paul = aPerson('Paul', { parentId: 'Claire', subjectIds: ['agenda'] });
const gone = aPerson('Zoé', { parentId: 'Claire', deletedAt: new Date('2026-03-01') });
const people = [claire, hugo, lina, paul, gone];

function offered(actor: Person, kind: SubjectKind): [string, boolean][] {
  return responsibleCandidates(actor, kind, people).map(({ person, getsAccess }) => [person.firstName, getsAccess]);
}

describe('P1, A6: who may be responsible of what one adds', () => {
  test('P1: of a Responsable’s product, everybody: who accesses first, then those who get the access', () => {
    expect(offered(claire, 'PRODUCT')).toEqual([
      ['Claire', false],
      ['Hugo', true],
      ['Lina', true],
      ['Paul', true],
    ]);
  });

  test('P1, A6: of a Contributeur’s product, the Responsables, oneself and one’s own people: no colleague', () => {
    expect(offered(hugo, 'PRODUCT')).toEqual([
      ['Claire', false],
      ['Hugo', false],
      ['Lina', true],
    ]);
    expect(offered(paul, 'PRODUCT')).toEqual([
      ['Claire', false],
      ['Paul', false],
    ]);
  });

  test.each([claire, lina])('P1: of the strategy, whoever has the right already, whoever adds it', (actor) => {
    expect(offered(actor, 'STRATEGY')).toEqual([
      ['Claire', false],
      ['Lina', false],
    ]);
  });
});
