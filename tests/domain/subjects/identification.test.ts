import { describe, expect, test } from 'vitest';
import { noRights, type Person } from '../../../src/domain/accounts/person.ts';
import { responsibleChoices, retypingProblem } from '../../../src/domain/subjects/identification.ts';
import type { Subject } from '../../../src/domain/subjects/subject.ts';
import { aPerson } from '../accounts/people.ts';

const claire = aPerson('Claire', { role: 'RESPONSIBLE' });
const hugo = aPerson('Hugo', { parentId: 'Claire', subjectIds: ['carnet'] });
const lina = aPerson('Lina', { parentId: 'Hugo', rights: { ...noRights, accessesStrategy: true } });
const paul = aPerson('Paul', { parentId: 'Claire', subjectIds: ['carnet'] });
const people = [claire, hugo, lina, paul];
const day = new Date('2026-11-20T10:00:00Z');

const carnet: Subject = {
  id: 'carnet',
  reference: 1,
  companyId: 'medisoft',
  kind: 'PRODUCT',
  name: 'Carnet',
  version: 'v1',
  responsibleId: 'Hugo',
  responsibleName: 'Hugo Martin',
  certifications: '',
  declared: {},
  qualifiedAt: day,
  revision: 0,
  archivedAt: null,
  createdAt: day,
  product: { type: 'CORE', nil: '', description: 'Un carnet.', coreId: null, published: false },
};
const strategy: Subject = { ...carnet, id: 'strategy', kind: 'STRATEGY', responsibleId: 'Claire', product: null };

function offered(actor: Person, subject: Subject): [string, boolean][] {
  return responsibleChoices(actor, subject, people).map(({ person, getsAccess }) => [person.firstName, getsAccess]);
}

describe('P5, A7: who may be responsible once an identification is changed', () => {
  test('A7: whoever is comes first, then whoever the product may be handed over to', () => {
    expect(offered(hugo, carnet)).toEqual([
      ['Hugo', false],
      ['Claire', false],
      ['Paul', false],
      ['Lina', true],
    ]);
  });

  test('A7: who only accesses it leaves its responsible as it is', () => {
    expect(offered(paul, carnet)).toEqual([['Hugo', false]]);
  });

  test('A7: of the strategy, whoever has the right already', () => {
    expect(offered(claire, strategy)).toEqual([
      ['Claire', false],
      ['Lina', false],
    ]);
  });
});

describe('P5, P7: who may give a product another type', () => {
  test.each([
    ['its responsible', hugo, carnet, 0, null],
    ['a Responsable', claire, carnet, 0, null],
    ['nobody who only accesses it', paul, carnet, 0, /Seuls son responsable/],
    ['nobody while it has options', claire, carnet, 1, /a lui-même des produits option/],
    ['nobody while it is archived', claire, { ...carnet, archivedAt: day }, 0, /archivé/],
  ] as const)('P7: %s', (_, actor, subject, options, problem) => {
    const said = retypingProblem(actor, subject, options);
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });
});
