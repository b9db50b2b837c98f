import { describe, expect, test } from 'vitest';
import {
  accessesSubject,
  handOverCandidates,
  keptByResponsible,
  withAccess,
} from '../../../src/domain/accounts/hand-over.ts';
import { noRights, type Person } from '../../../src/domain/accounts/person.ts';
import { aPerson } from './people.ts';

const agenda = { id: 'agenda', kind: 'PRODUCT' } as const;
const strategy = { id: 'strategie', kind: 'STRATEGY' } as const;

const claire = aPerson('Claire', { role: 'RESPONSIBLE' });
const hugo = aPerson('Hugo', {
  parentId: 'Claire',
  subjectIds: ['agenda'],
  rights: { ...noRights, createsAccounts: true },
});
const lina = aPerson('Lina', { parentId: 'Hugo', subjectIds: ['agenda'] });
const elise = aPerson('Élise', { parentId: 'Hugo' });
const paul = aPerson('Paul', { parentId: 'Claire' });
const gone = aPerson('Zoé', { parentId: 'Hugo', subjectIds: ['agenda'], deletedAt: new Date('2026-03-01') });
const people = [claire, paul, hugo, lina, elise, gone];

function offered(actor: Person, subject: typeof agenda | typeof strategy, responsible: Person): [string, boolean][] {
  return handOverCandidates(actor, subject, responsible.id, people).map((one) => [
    one.person.firstName,
    one.getsAccess,
  ]);
}

describe('A7 to whom a subject may be handed over', () => {
  test('A7: whoever accesses it comes first, then those to whom a Responsable gives access with it, by name', () => {
    expect(offered(claire, agenda, lina)).toEqual([
      ['Claire', false],
      ['Hugo', false],
      ['Élise', true],
      ['Paul', true],
    ]);
  });

  test('A6, A7: a Contributeur gives access to their own people only', () => {
    expect(offered(hugo, agenda, lina)).toEqual([
      ['Claire', false],
      ['Hugo', false],
      ['Élise', true],
    ]);
  });

  test('A6, A7: whoever does not access it gives it to those who do', () => {
    expect(offered(hugo, strategy, elise)).toEqual([['Claire', false]]);
  });

  test('A7: neither the present responsible nor a deleted person is offered', () => {
    const names = offered(claire, agenda, hugo).map(([name]) => name);
    expect(names).toEqual(['Claire', 'Lina', 'Élise', 'Paul']);
  });
});

describe('A7 what its responsible must be able to open', () => {
  const subjects = [
    { id: 'agenda', reference: 12, kind: 'PRODUCT', name: 'Agenda' },
    { id: 'strategie', reference: 13, kind: 'STRATEGY', name: 'Stratégie globale' },
  ] as const;
  const nothing = { role: 'CONTRIBUTOR', rights: noRights, subjectIds: [] } as const;
  const both = {
    role: 'CONTRIBUTOR',
    rights: { ...noRights, accessesStrategy: true },
    subjectIds: ['agenda'],
  } as const;
  const responsible = { ...nothing, role: 'RESPONSIBLE' } as const;

  test.each([both, responsible])('A7: a product and the strategy are not taken from their responsible (%o)', (held) => {
    const problems = keptByResponsible(held, nothing, subjects);
    expect(problems.map(({ subject }) => subject.id)).toEqual(['agenda', 'strategie']);
    expect(problems[0]?.message).toContain('«\u00a0Agenda\u00a0»');
    expect(problems[1]?.message).toContain('stratégie globale');
  });

  test('A7: nothing is said while they still open it, nor of what they did not open', () => {
    expect(keptByResponsible(both, responsible, subjects)).toEqual([]);
    expect(keptByResponsible(responsible, both, subjects)).toEqual([]);
    expect(keptByResponsible(nothing, nothing, subjects)).toEqual([]);
  });
});

test.each([agenda, strategy])('A7: whoever is given the access to $id accesses it, and nothing else', (subject) => {
  const [other] = [agenda, strategy].filter(({ id }) => id !== subject.id);
  const given = withAccess(paul, subject);
  expect([accessesSubject(paul, subject), accessesSubject(given, subject)]).toEqual([false, true]);
  expect(other && accessesSubject(given, other)).toBe(false);
});
